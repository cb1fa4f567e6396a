package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/** What a machine client may import. */
class ImportRightTest {

    private static final Source OURS = new Source("old-portal", "1");

    private static Caller machine(Set<Integer> agencies, String... scopes) {
        return new Caller(
                "agencies|machine",
                Set.of(Role.MACHINE),
                Optional.empty(),
                agencies,
                Optional.empty(),
                Assurance.UNKNOWN,
                Set.of(scopes),
                Optional.empty());
    }

    private static Caller machine(String... scopes) {
        return machine(Set.of(), scopes);
    }

    @Test
    void withoutAScopeOfImportsNothing() {
        assertThat(ImportRight.hasScope(machine())).isFalse();
        assertThat(ImportRight.hasScope(machine("dossier-imports", "payments:*")))
                .isFalse();
        assertThat(ImportRight.hasScope(machine("dossier-imports:old-portal"))).isTrue();
    }

    @Test
    void onlyTheSourcesThatItsScopesName() {
        assertThat(ImportRight.covers(machine("dossier-imports:old-portal"), OURS))
                .isTrue();
        assertThat(ImportRight.covers(machine("dossier-imports:*"), OURS)).isTrue();
        assertThat(ImportRight.covers(machine("dossier-imports:old"), OURS)).isFalse();
        assertThat(ImportRight.covers(machine("dossier-imports:old-portal2"), OURS))
                .isFalse();
    }

    @Test
    void whereItIsPlacedOnlyWhatOneOfItsAgenciesHas() {
        Routing routing = new Routing(7, 1, 8, 1, true);
        assertThat(ImportRight.covers(machine(Set.of(7)), routing)).isTrue();
        assertThat(ImportRight.covers(machine(Set.of(8)), routing)).isTrue();
        assertThat(ImportRight.covers(machine(Set.of(9)), routing)).isFalse();
        assertThat(ImportRight.covers(machine(), routing)).isTrue();
    }
}
