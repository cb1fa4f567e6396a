package vn.motcua.procedure;

/** The units of time that the national portal writes behind a number. */
public enum ShownUnit {
    WORKING_DAY("ngày làm việc"),
    CALENDAR_DAY("ngày"),
    /** Of which kind, by the clock or inside office hours, the portal does not say. */
    HOUR("giờ"),
    MONTH("tháng");

    private final String words;

    ShownUnit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
