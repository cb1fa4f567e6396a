package vn.motcua.calendar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with a change, as it is found. */
final class ChangeFaults {

    private final List<CalendarFault> found = new ArrayList<>();

    void add(String pointer, String code) {
        found.add(new CalendarFault(pointer, code));
    }

    void addIf(boolean wrong, String pointer, String code) {
        if (wrong) {
            add(pointer, code);
        }
    }

    /** Where something stands that must not be there. */
    void addUnlessEmpty(Collection<?> said, String pointer, String code) {
        addIf(!said.isEmpty(), pointer, code);
    }

    List<CalendarFault> all() {
        return List.copyOf(found);
    }
}
