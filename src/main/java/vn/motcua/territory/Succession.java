package vn.motcua.territory;

import java.util.Optional;

/**
 * Ground or people that went from a version of a unit to another on the latter's first day.
 *
 * @param from empty for ground that belonged to no unit before
 * @param to empty for a unit that was abolished without a single successor
 */
public record Succession(Optional<Integer> from, Optional<Integer> to, Kind kind) {

    /** How much went over, as the official conversion table of 2025 says; shares of a split are not known. */
    public enum Kind {
        UNCHANGED,
        RENAMED,
        KIND_CHANGED,
        RAISED,
        WHOLE,
        PART,
        PART_AREA,
        PART_AREA_ALL_POPULATION,
        PART_POPULATION,
        WHOLE_AREA,
        MERGED,
        ABOLISHED,
        COMMUNE_TO_SPECIAL_ZONE,
        DISTRICT_TO_SPECIAL_ZONE
    }
}
