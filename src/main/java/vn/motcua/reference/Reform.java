package vn.motcua.reference;

import java.time.LocalDate;

/** The day on which three levels below the nation became two, and codes passed to other units. */
final class Reform {

    static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private Reform() {}
}
