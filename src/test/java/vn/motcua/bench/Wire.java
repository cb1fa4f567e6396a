package vn.motcua.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection to a service of this machine that sends ready-made requests and reads past their answers. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_WAIT_MS = 20_000;

    private final int port;
    private Socket socket;
    private Answers answers;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_WAIT_MS);
        answers = new Answers(socket.getInputStream());
    }

    /** Answers the status; a broken connection is made anew and counts as status 0. */
    int send(byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            return answers.next();
        } catch (IOException broken) {
            socket.close();
            connect();
            return 0;
        }
    }

    /** As {@link #send}, with the status and the body. */
    String ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return answers.nextWithBody();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Answers of HTTP/1.1, one after another, with a length or in chunks. */
    static final class Answers {

        private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private final byte[] line = new byte[1 << 13];
        private int from;
        private int to;
        private int length;

        Answers(InputStream in) {
            this.in = in;
        }

        int next() throws IOException {
            return next(null);
        }

        /** Status, space, body. */
        String nextWithBody() throws IOException {
            var body = new ByteArrayOutputStream();
            int status = next(body);
            return status + " " + body.toString(StandardCharsets.UTF_8);
        }

        private int next(ByteArrayOutputStream body) throws IOException {
            readLine();
            int status = number(9, 12, 10);
            long size = 0;
            boolean chunked = false;
            for (readLine(); length > 0; readLine()) {
                if (begins(LENGTH)) {
                    size = number(LENGTH.length, length, 10);
                } else if (begins(CHUNKED)) {
                    chunked = true;
                }
            }
            if (chunked) {
                chunks(body);
            } else {
                take(size, body);
            }
            return status;
        }

        private void chunks(ByteArrayOutputStream body) throws IOException {
            readLine();
            for (int size = number(0, length, 16); size > 0; size = number(0, length, 16)) {
                take(size, body);
                readLine();
                readLine();
            }
            readLine();
        }

        private void readLine() throws IOException {
            length = 0;
            for (byte next = read(); next != '\n'; next = read()) {
                if (next != '\r') {
                    line[length++] = next;
                }
            }
        }

        private byte read() throws IOException {
            if (from == to) {
                fill();
            }
            return buffer[from++];
        }

        private void take(long size, ByteArrayOutputStream body) throws IOException {
            long left = size;
            while (left > 0) {
                if (from == to) {
                    fill();
                }
                int part = (int) Math.min(left, to - from);
                if (body != null) {
                    body.write(buffer, from, part);
                }
                from += part;
                left -= part;
            }
        }

        private void fill() throws IOException {
            from = 0;
            to = in.read(buffer);
            if (to < 0) {
                to = 0;
                throw new EOFException("The connection was closed");
            }
        }

        private boolean begins(byte[] name) {
            if (length < name.length) {
                return false;
            }
            for (int at = 0; at < name.length; at++) {
                byte sign = line[at] >= 'A' && line[at] <= 'Z' ? (byte) (line[at] + 'a' - 'A') : line[at];
                if (sign != name[at]) {
                    return false;
                }
            }
            return true;
        }

        private int number(int begin, int end, int radix) {
            int number = 0;
            for (int at = begin; at < end; at++) {
                int digit = Character.digit(line[at], radix);
                number = digit < 0 ? number : number * radix + digit;
            }
            return number;
        }
    }
}
