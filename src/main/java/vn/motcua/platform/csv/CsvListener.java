package vn.motcua.platform.csv;

/** Hears what a file holds while it is read, in its order. */
public interface CsvListener {

    void line(CsvLine line);

    /**
     * A line that is not sound.
     *
     * @param detail the column that is meant, or nothing; never a cell
     */
    void fault(int line, CsvFault fault, String detail);

    /** How many lines have been read so far. */
    void progress(int lines);
}
