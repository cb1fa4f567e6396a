package vn.motcua.identity.web;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed. The process does not start with a wrong or unknown setting.
 *
 * @param issuers every issuer that is trusted, and what it may vouch for
 * @param keyAge how long the keys of an issuer that cannot be asked any more go on counting
 * @param rememberFor how long a token counts as verified without looking at its signature again; never past its expiry
 * @param rememberedTokens how many are remembered at most
 */
@ConfigurationProperties(prefix = "motcua.identity", ignoreUnknownFields = false)
public record IdentityProperties(
        @DefaultValue List<Issuer> issuers,
        @DefaultValue("24h") Duration keyAge,
        @DefaultValue("5m") Duration rememberFor,
        @DefaultValue("10000") int rememberedTokens) {

    public IdentityProperties {
        issuers = List.copyOf(issuers);
        IssuerRules.check(issuers, keyAge, rememberFor, rememberedTokens);
    }

    /** Where it is said what staff may do. */
    public enum Assignments {
        CLAIMS,
        TABLE
    }

    /** What an issuer may vouch for. */
    public enum Kind {
        CITIZEN,
        STAFF,
        MACHINE
    }

    /** How an issuer may sign; {@code none} and shared secrets cannot be configured. */
    public enum Algorithm {
        RS256,
        PS256,
        ES256,
        /** Ed25519, by its old name or its own (RFC 9864). */
        EDDSA;

        boolean isCalled(JWSAlgorithm name) {
            return switch (this) {
                case RS256 -> name.equals(JWSAlgorithm.RS256);
                case PS256 -> name.equals(JWSAlgorithm.PS256);
                case ES256 -> name.equals(JWSAlgorithm.ES256);
                case EDDSA -> name.equals(JWSAlgorithm.EdDSA) || name.equals(JWSAlgorithm.Ed25519);
            };
        }
    }

    /**
     * An issuer of tokens.
     *
     * @param name how operators and metrics call it
     * @param issuer the {@code iss} of its tokens, compared letter by letter
     * @param jwks where its keys are published; either this or {@code metadata}
     * @param metadata where its metadata says where its keys are (OpenID Connect Discovery, RFC 8414)
     * @param audience what must stand in {@code aud}
     * @param algorithms how it may sign
     * @param clockSkew how much difference of clocks is forgiven, up to a minute
     * @param types what {@code typ} may say, without {@code application/}; a token that says none counts as {@code JWT}
     * @param kinds citizens, or staff and machines; never both, so that no citizens' issuer can make a clerk
     * @param claims what its claims are called
     * @param assignments where it is said what its staff may do: in its tokens, or in our table, and then nothing its tokens say
     */
    public record Issuer(
            @DefaultValue("") String name,
            @DefaultValue("") String issuer,
            @Nullable URI jwks,
            @Nullable URI metadata,
            @DefaultValue("") String audience,

            @DefaultValue({"RS256", "PS256", "ES256", "EdDSA"})
            Set<Algorithm> algorithms,

            @DefaultValue("30s") Duration clockSkew,
            @DefaultValue({"JWT", "at+jwt"}) Set<String> types,
            @DefaultValue Set<Kind> kinds,
            @DefaultValue Claims claims,
            @DefaultValue("CLAIMS") Assignments assignments) {

        public Issuer {
            algorithms = Set.copyOf(algorithms);
            types = Set.copyOf(types);
            kinds = Set.copyOf(kinds);
        }
    }

    /** The names of claims; the defaults are those of the national portal and VNeID. */
    public record Claims(
            @DefaultValue("LoaiTaiKhoan") String accountType,
            @DefaultValue("SoDinhDanh") String citizenNumber,
            @DefaultValue("SoDinhDanhNguoiNuocNgoai") String foreignerNumber,
            @DefaultValue("HoVaTen") String name,
            @DefaultValue("NgayThangNamSinh") String dateOfBirth,
            @DefaultValue("MaSoThue") String taxCode,
            @DefaultValue("TenDoanhNghiep") String organisationName,
            @DefaultValue("roles") String roles,
            @DefaultValue("agencies") String agencies,
            @DefaultValue("unit") String unit,
            @DefaultValue("IAL") String accountLevel,
            @DefaultValue("loAs") String authenticationLevel) {

        /** The names of the national portal and VNeID, and our own for staff. */
        public static Claims standard() {
            return new Claims(
                    "LoaiTaiKhoan",
                    "SoDinhDanh",
                    "SoDinhDanhNguoiNuocNgoai",
                    "HoVaTen",
                    "NgayThangNamSinh",
                    "MaSoThue",
                    "TenDoanhNghiep",
                    "roles",
                    "agencies",
                    "unit",
                    "IAL",
                    "loAs");
        }

        Stream<String> names() {
            return Stream.of(
                    accountType,
                    citizenNumber,
                    foreignerNumber,
                    name,
                    dateOfBirth,
                    taxCode,
                    organisationName,
                    accountLevel,
                    authenticationLevel,
                    roles,
                    agencies,
                    unit);
        }
    }
}
