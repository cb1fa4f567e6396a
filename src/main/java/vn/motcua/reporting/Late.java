package vn.motcua.reporting;

/**
 * Dossiers that became late on the day on which a question is judged, before its moment: day counters do not tell.
 *
 * @param byDue open, the due moment has passed
 * @param byFirstPromise open, the first promise has passed
 * @param atIntake without the desk's answer, which was due
 */
public record Late(long byDue, long byFirstPromise, long atIntake) {

    public static final Late NONE = new Late(0, 0, 0);

    public Late plus(Late other) {
        return new Late(byDue + other.byDue, byFirstPromise + other.byFirstPromise, atIntake + other.atIntake);
    }
}
