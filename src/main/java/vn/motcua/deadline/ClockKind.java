package vn.motcua.deadline;

/** The clocks of a dossier, each reported by itself: rules of the set CLK-1. */
public enum ClockKind {
    /** Two hours by the wall clock from filing until the desk knows of it (Decree 118/2025 article 17.2). */
    INTAKE_ALERT(31),
    /** Eight working hours from filing until the desk answers (article 17.2). */
    INTAKE_ANSWER(32),
    /** The term of the procedure (article 17.3). */
    PROCESSING(33),
    /** One stage of a term that has several. */
    STAGE(34),
    /** Three working days from reception, in which the agency may ask for a supplement (article 19.5). */
    SUPPLEMENT_NOTICE(35),
    /** Fifteen days, or what sector law says, in which the applicant supplements (article 19.5). */
    SUPPLEMENT_WINDOW(36),
    /** Papers go on the same working day; taken in after 15:00, on the next working morning (article 18.2). */
    HAND_OVER(37),
    /** Another agency's answer, which never stops the processing clock (article 19.4). */
    CONSULTATION(38),
    /** The applicant's payment. */
    FINANCE(39);

    private final String rule;

    ClockKind(int number) {
        this.rule = Rule.VERSION + "." + number;
    }

    /** The number of the rule that it follows. */
    public String rule() {
        return rule;
    }
}
