package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/** For whom a desk may take in (tiếp nhận không phụ thuộc địa giới hành chính): numbered rules, each since a day. */
public enum BoundaryRule {
    /** Any agency of the desk's own province (Decree 118/2025 article 14). */
    WITHIN_THE_PROVINCE("INT-1", LocalDate.of(2025, 7, 1)),
    /** Any agency of the nation (article 14.4 as Decree 309/2026 has it). */
    NATIONWIDE("INT-2", LocalDate.of(2026, 8, 5));

    private final String number;
    private final LocalDate since;

    BoundaryRule(String number, LocalDate since) {
        this.number = number;
        this.since = since;
    }

    /** The rule that holds on a day; before all of them, the first. */
    public static BoundaryRule on(LocalDate day) {
        return Arrays.stream(values())
                .filter(rule -> !day.isBefore(rule.since))
                .max(Comparator.comparing((BoundaryRule rule) -> rule.since))
                .orElse(WITHIN_THE_PROVINCE);
    }

    public String number() {
        return number;
    }

    /** Whether a desk in one place may take in for the same place or another; a ministry lies in no province. */
    boolean allows(AdministrativeUnit desk, AdministrativeUnit competent, Territory territory) {
        return switch (this) {
            case NATIONWIDE -> true;
            case WITHIN_THE_PROVINCE ->
                desk.version() == competent.version()
                        || territory
                                .upwards(desk)
                                .filter(unit -> unit.level() == Level.PROVINCE)
                                .anyMatch(province -> territory.isWithin(competent, province));
        };
    }
}
