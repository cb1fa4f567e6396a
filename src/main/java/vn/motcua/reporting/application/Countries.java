package vn.motcua.reporting.application;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.territory.Territory;
import vn.motcua.territory.application.Territories;

/** The current territory and what is derived from it, kept as long as the territory stays the same value. */
@Component
class Countries {

    private final Territories territories;
    private final AtomicReference<@Nullable Country> kept = new AtomicReference<>();

    Countries(Territories territories) {
        this.territories = territories;
    }

    Mono<Country> current() {
        return territories.current().map(this::of);
    }

    @SuppressWarnings("ReferenceEquality")
    private Country of(Territory territory) {
        Country country = kept.get();
        if (country == null || country.territory() != territory) {
            country = new Country(territory);
            kept.set(country);
        }
        return country;
    }
}
