package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One kind of question or act, as data.
 *
 * @param name as it stands in the table
 * @param expected the status of an answer that counts
 */
record Shape(String name, int expected, Requests requests) {

    /** The bytes of any number of requests. */
    @FunctionalInterface
    interface Requests {
        byte[] at(long number);
    }

    /** Reads by turns, prepared beforehand. */
    static Shape reading(String name, List<byte[]> variants) {
        byte[][] all = variants.toArray(byte[][]::new);
        return new Shape(name, 200, number -> all[(int) Math.floorMod(number * 7919, (long) all.length)]);
    }

    /** @param token empty for none */
    static byte[] get(String path, String token) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + bearer(token) + "\r\n");
    }

    /** @param token empty for none */
    static byte[] post(String path, String token, String headers, String body) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + bearer(token) + headers
                + "Content-Type: application/json\r\nContent-Length: " + bytes(body).length + "\r\n\r\n" + body);
    }

    private static String bearer(String token) {
        return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
