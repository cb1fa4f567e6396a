package vn.motcua.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dev.Persona.Account;
import vn.motcua.dev.Persona.Place;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Kind;
import vn.motcua.identity.web.SigningKeys;
import vn.motcua.identity.web.TrustedIssuer;

/** Two issuers inside the process, as apart as the real ones: one for citizens, one for staff and machines. */
public final class DevIssuers {

    public static final String CITIZENS = "urn:motcua:dev:citizens";
    public static final String AGENCIES = "urn:motcua:dev:agencies";
    static final String AUDIENCE = "motcua";
    private static final Duration LIFETIME = Duration.ofHours(8);
    /** The authentication level of a session unless asked otherwise: a password and a telephone. */
    static final int TWO_FACTORS = 2;

    private final DevKeys keys;
    private final InstantSource clock;

    DevIssuers(DevKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    TrustedIssuer citizens() {
        return new TrustedIssuer(
                CITIZENS,
                AUDIENCE,
                Set.of(Kind.CITIZEN),
                Claims.standard(),
                SigningKeys.local(new JWKSet(keys.citizens())));
    }

    TrustedIssuer agencies() {
        return new TrustedIssuer(
                AGENCIES,
                AUDIENCE,
                Set.of(Kind.STAFF, Kind.MACHINE),
                Claims.standard(),
                SigningKeys.local(new JWKSet(keys.agencies())));
    }

    /**
     * A token of a persona at a place; the same persona at two places is two callers.
     *
     * @param session authentication level, 1 to 4; staff have none
     */
    String token(Persona persona, Place place, int session) {
        return switch (persona.account()) {
            case Account.OfCitizens account ->
                signed(keys.citizens(), citizen(claims(CITIZENS, persona.slug()), account, session));
            case Account.OfAgencies account -> {
                String subject = place.name().isEmpty() ? persona.slug() : persona.slug() + "@" + place.name();
                yield signed(keys.agencies(), staff(claims(AGENCIES, subject), account, place));
            }
        };
    }

    /** A token of a made-up citizen, known by a number alone. */
    String token(SimulatedCitizen citizen) {
        return signed(keys.citizens(), citizen(claims(CITIZENS, citizen.slug()), citizen.account(), TWO_FACTORS));
    }

    private static JWTClaimsSet.Builder citizen(JWTClaimsSet.Builder claims, Account.OfCitizens account, int session) {
        claims.claim("loAs", session);
        return switch (account) {
            case Account.Citizen(var number, var name, var born, var level) ->
                claims.claim("LoaiTaiKhoan", 1)
                        .claim("SoDinhDanh", number)
                        .claim("HoVaTen", name)
                        .claim("NgayThangNamSinh", born)
                        .claim("IAL", level);
            case Account.Foreigner(var number, var name, var born) ->
                claims.claim("LoaiTaiKhoan", 1)
                        .claim("SoDinhDanhNguoiNuocNgoai", number)
                        .claim("HoVaTen", name)
                        .claim("NgayThangNamSinh", born);
            case Account.Organisation(var taxCode, var name, var representative) ->
                claims.claim("LoaiTaiKhoan", 2)
                        .claim("MaSoThue", taxCode)
                        .claim("TenDoanhNghiep", name)
                        .claim("NguoiDaiDien", representative);
        };
    }

    private static JWTClaimsSet.Builder staff(JWTClaimsSet.Builder claims, Account.OfAgencies account, Place place) {
        claims.claim("roles", List.of(account.role().name().toLowerCase(Locale.ROOT)));
        if (!place.agencies().isEmpty()) {
            claims.claim("agencies", place.agencies().stream().sorted().toList());
        }
        if (account instanceof Account.Placed placed) {
            claims.claim("SoDinhDanh", placed.number());
        }
        if (account.role() == Role.MACHINE) {
            claims.claim("scope", "dossier-imports:*");
        }
        place.unit().ifPresent(code -> claims.claim("unit", code));
        return claims;
    }

    private JWTClaimsSet.Builder claims(String issuer, String subject) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
