package vn.motcua.reference.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import vn.motcua.reference.SourceFile;

/** What an import is to import, as one number: two that import the same have the same. */
final class ContentDigest {

    private ContentDigest() {}

    /**
     * SHA-256 over the names and contents of the files, and over whether it is a dry run, in hexadecimal.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    static String of(Map<SourceFile, Path> files, boolean dryRun) {
        MessageDigest whole = sha256();
        whole.update((byte) (dryRun ? 1 : 0));
        new EnumMap<>(files).forEach((file, path) -> {
            whole.update(file.fileName().getBytes(StandardCharsets.UTF_8));
            whole.update(of(path));
        });
        return HexFormat.of().formatHex(whole.digest());
    }

    private static byte[] of(Path path) {
        MessageDigest digest = sha256();
        try (InputStream file = new DigestInputStream(Files.newInputStream(path), digest)) {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
