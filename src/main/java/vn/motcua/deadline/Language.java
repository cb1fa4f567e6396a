package vn.motcua.deadline;

/** The languages in which the clock explains itself. */
public enum Language {
    VIETNAMESE,
    ENGLISH
}
