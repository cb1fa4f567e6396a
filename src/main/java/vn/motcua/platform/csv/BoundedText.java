package vn.motcua.platform.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file within limits, without its byte-order mark. What is no UTF-8 becomes U+FFFD, so that the line that
 * holds it can be named.
 */
final class BoundedText extends Reader {

    static final char REPLACED = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvLimits limits;
    private final CountedBytes bytes;
    private final Reader text;
    private boolean begun;
    private int line = 1;
    private int length;

    BoundedText(InputStream file, CsvLimits limits) {
        this.limits = limits;
        this.bytes = new CountedBytes(file);
        this.text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    /** A limit that was passed, and on which line. */
    static final class Passed extends IOException {

        private static final long serialVersionUID = 1L;

        final CsvFault fault;
        final int line;

        Passed(CsvFault fault, int line) {
            super(fault.name());
            this.fault = fault;
            this.line = line;
        }
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
        int count = text.read(into, offset, most);
        if (count > 0 && !begun) {
            begun = true;
            if (into[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(into, offset + 1, into, offset, count - 1);
                count = count == 1 ? text.read(into, offset, most) : count - 1;
            }
        }
        for (int at = offset; at < offset + count; at++) {
            count(into[at]);
        }
        if (bytes.count > limits.bytes()) {
            throw new Passed(CsvFault.FILE_TOO_LARGE, line);
        }
        return count;
    }

    private void count(char character) throws Passed {
        if (character == '\n') {
            line++;
            length = 0;
            return;
        }
        if (line > limits.lines()) {
            throw new Passed(CsvFault.TOO_MANY_LINES, line);
        }
        length++;
        if (length > limits.lineLength()) {
            throw new Passed(CsvFault.LINE_TOO_LONG, line);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static final class CountedBytes extends InputStream {

        private final InputStream file;
        private long count;

        CountedBytes(InputStream file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            int one = file.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = file.read(into, offset, most);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
