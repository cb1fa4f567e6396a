package vn.motcua.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what a change takes back is there, and no surer than the change. */
record BackCheck(Standing standing, ChangeFaults faults) {

    /**
     * Checks a list of a change.
     *
     * @param forecasts what may be taken back, and whether it is a forecast
     */
    <T> void run(String list, List<T> back, Map<T, Boolean> forecasts) {
        Set<T> seen = new HashSet<>();
        ChangeCheck.each(back, (at, one) -> {
            String pointer = list + "/" + at;
            faults.addIf(!seen.add(one), pointer, "day-twice");
            faults.addIf(!forecasts.containsKey(one), pointer, "nothing-to-take-back");
            boolean official = Boolean.FALSE.equals(forecasts.get(one));
            faults.addIf(official && standing != Standing.OFFICIAL, pointer, "less-sure");
        });
    }
}
