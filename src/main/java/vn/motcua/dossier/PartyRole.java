package vn.motcua.dossier;

/** What a person is in a dossier. */
public enum PartyRole {
    /** For whom it is filed (chủ hồ sơ). */
    APPLICANT,
    /** Who handed it in for the applicant (người nộp thay), and reads it while the authority lasts. */
    REPRESENTATIVE
}
