package vn.motcua.dossier;

/** How the result reaches the applicant. */
public enum ResultDelivery {
    COUNTER,
    POST,
    ELECTRONIC
}
