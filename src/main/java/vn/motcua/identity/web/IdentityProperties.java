package vn.motcua.identity.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuers every issuer that is trusted, and what it may vouch for
 * @param clockSkew how much difference of clocks is forgiven, up to a minute
 */
@ConfigurationProperties("motcua.identity")
public record IdentityProperties(
        @DefaultValue List<Issuer> issuers,
        @DefaultValue("30s") Duration clockSkew) {

    public IdentityProperties {
        issuers = List.copyOf(issuers);
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("motcua.identity.clock-skew must lie between 0 and 60 seconds");
        }
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

    /**
     * An issuer of tokens.
     *
     * @param name how operators call it
     * @param issuer the {@code iss} of its tokens, compared letter by letter
     * @param jwks where its keys are published
     * @param audience what must stand in {@code aud}
     * @param kinds citizens, or staff and machines; never both, so that no citizens' issuer can make a clerk
     * @param claims what its claims are called
     * @param assignments where it is said what its staff may do: in its tokens, or in our table, and then nothing its tokens say
     */
    public record Issuer(
            String name,
            String issuer,
            URI jwks,
            String audience,
            Set<Kind> kinds,
            @DefaultValue Claims claims,
            @DefaultValue("CLAIMS") Assignments assignments) {

        public Issuer {
            kinds = Set.copyOf(kinds);
            if (issuer.isBlank() || audience.isBlank() || kinds.isEmpty()) {
                throw new IllegalArgumentException(
                        "motcua.identity.issuers: " + name + " needs issuer, audience and kinds");
            }
            if (kinds.contains(Kind.CITIZEN) && assignments == Assignments.TABLE) {
                throw new IllegalArgumentException(
                        "motcua.identity.issuers: " + name + " vouches for citizens, who have no assignments");
            }
            if (kinds.contains(Kind.CITIZEN) && kinds.size() > 1) {
                throw new IllegalArgumentException(
                        "motcua.identity.issuers: " + name + " vouches for citizens, so it cannot vouch for staff");
            }
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
            @DefaultValue("unit") String unit) {

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
                    "unit");
        }
    }
}
