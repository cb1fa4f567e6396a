package vn.motcua.dossier.application;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.TrackingCode;

/** New ids, codes and salts. */
@Component
class Identifiers {

    private static final long MILLIS = 0xFFFF_FFFF_FFFFL;
    private static final long TWELVE_BITS = 0xFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Random random;

    @Autowired
    Identifiers() {
        this(new SecureRandom());
    }

    /** Ids that repeat with their source: for simulated histories only. */
    Identifiers(Random random) {
        this.random = random;
    }

    /** A UUID of version 7 (RFC 9562 section 5.7): ordered by time, made without asking anybody. */
    UUID next(Instant at) {
        long high = ((at.toEpochMilli() & MILLIS) << 16) | VERSION_7 | (random.nextLong() & TWELVE_BITS);
        return new UUID(high, VARIANT | (random.nextLong() & SIXTY_TWO_BITS));
    }

    TrackingCode trackingCode() {
        return TrackingCode.from(bytes(10));
    }

    String salt() {
        return HexFormat.of().formatHex(bytes(16));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
