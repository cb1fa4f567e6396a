package vn.motcua.dossier;

/** What the processing clock does since acceptance: it runs to a promise, or it waits for what starts it. */
public sealed interface ClockStart permits Promise, ClockWait {}
