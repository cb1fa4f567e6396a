package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.motcua.dossier.application.CodeProperties.Provisional;

class CodePropertiesTest {

    @Test
    void refusesProvisionalIdentifiersUnlessToldOtherwise() {
        assertThat(bound(Map.of()).provisional()).isEqualTo(Provisional.REFUSE);
        assertThat(bound(Map.of("motcua.codes.provisional", "allow")).provisional())
                .isEqualTo(Provisional.ALLOW);
    }

    private static CodeProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("motcua.codes", CodeProperties.class);
    }
}
