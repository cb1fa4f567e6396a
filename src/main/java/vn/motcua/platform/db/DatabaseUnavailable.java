package vn.motcua.platform.db;

/** The database could not be reached, or stopped the work itself; nothing of it was kept. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(Throwable cause) {
        super("The database is not available", cause);
    }
}
