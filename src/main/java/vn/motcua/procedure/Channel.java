package vn.motcua.procedure;

/** How a dossier comes in (kênh thực hiện): Decree 118/2025 article 15. */
public enum Channel {
    ONLINE,
    COUNTER,
    POSTAL
}
