package vn.motcua.platform;

/** The process must not start as it stands; the message is the one line that its operator reads. */
public class StartRefused extends RuntimeException {

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
