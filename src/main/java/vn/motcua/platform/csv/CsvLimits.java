package vn.motcua.platform.csv;

/**
 * How much of a file is read.
 *
 * @param bytes of the whole file
 * @param lines of the whole file, as an editor counts them
 * @param lineLength characters of a line
 */
public record CsvLimits(long bytes, int lines, int lineLength) {

    /** 64 MB, 200,000 lines, 20,000 characters a line. */
    public static final CsvLimits USUAL = new CsvLimits(64L * 1024 * 1024, 200_000, 20_000);

    public CsvLimits {
        if (bytes < 1 || lines < 1 || lineLength < 1) {
            throw new IllegalArgumentException("A file has room for something");
        }
    }
}
