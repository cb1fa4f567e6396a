package vn.motcua.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import vn.motcua.platform.StartRefused;

/** The keys of the development issuers, kept in the data folder so that tokens outlive a restart. */
record DevKeys(RSAKey citizens, RSAKey agencies) {

    private static final int BITS = 2048;

    static DevKeys in(Path folder) {
        Path file = folder.resolve("issuer-keys.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path fresh = Files.createTempFile(folder, "issuer-keys", ".new");
                Files.writeString(
                        fresh, new JWKSet(List.of(generate("citizens"), generate("agencies"))).toString(false));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            JWKSet kept = JWKSet.parse(Files.readString(file));
            return new DevKeys(key(kept, "citizens"), key(kept, "agencies"));
        } catch (IOException | ParseException | JOSEException unusable) {
            throw new StartRefused(
                    "The development issuers' keys in " + file + " cannot be used: " + unusable, unusable);
        }
    }

    private static RSAKey key(JWKSet kept, String name) {
        return Objects.requireNonNull(kept.getKeyByKeyId(name), name).toRSAKey();
    }

    private static RSAKey generate(String name) throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyID(name)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
    }
}
