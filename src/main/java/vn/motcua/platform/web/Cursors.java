package vn.motcua.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Places in a list, sealed: nobody reads, forges or uses one for another list, another filter or another caller. AES-GCM
 * (NIST SP 800-38D) with a key that every instance shares.
 */
@Component
public class Cursors {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Duration LIFE = Duration.ofDays(7);

    private final SecretKey key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Cursors(CursorProperties settings, InstantSource clock) {
        this.key = new SecretKeySpec(settings.bytes(), "AES");
        this.clock = clock;
    }

    /**
     * A cursor.
     *
     * @param audience the list, its filters and its caller: a cursor opens with the same ones only
     * @param position what the next page begins after
     */
    public String seal(List<String> audience, List<String> position) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, audience, plain(position));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * The position that a caller's cursor stands for.
     *
     * @throws Problem {@code invalid-cursor} when it does not open
     */
    public List<String> position(List<String> audience, String cursor) {
        return open(audience, cursor).orElseThrow(() -> new Problem(ProblemType.INVALID_CURSOR));
    }

    /** The position; empty when the cursor is forged, cut short, older than a week or made for something else. */
    Optional<List<String>> open(List<String> audience, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= NONCE) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE];
            byte[] sealed = new byte[bytes.length - NONCE];
            ByteBuffer.wrap(bytes).get(nonce).get(sealed);
            return position(crypt(Cipher.DECRYPT_MODE, nonce, audience, sealed));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] plain(List<String> position) {
        String text = clock.instant().getEpochSecond() + "\n" + String.join("\n", position);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<List<String>> position(byte[] plain) {
        List<String> lines = List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
        Instant sealedAt = Instant.ofEpochSecond(Long.parseLong(lines.getFirst()));
        return sealedAt.plus(LIFE).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(lines.subList(1, lines.size()));
    }

    private byte[] crypt(int mode, byte[] nonce, List<String> audience, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            for (String part : audience) {
                cipher.updateAAD((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("Not sealed here, or not for this", refused);
        }
    }
}
