package vn.motcua.identity.web;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.Caller;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.IdentityProperties.Claims;
import vn.motcua.identity.web.IdentityProperties.Kind;

/** What a verified token says about its bearer. A claim that its issuer may not make is not heard. */
final class CallerClaims {

    private static final Pattern CITIZEN_ACCOUNT = Pattern.compile("0?1");
    private static final Pattern ORGANISATION_ACCOUNT = Pattern.compile("0?2");

    private CallerClaims() {}

    static Caller caller(TrustedIssuer issuer, JWTClaimsSet token) throws ParseException {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw TokenRefused.invalid();
        }
        String qualified = issuer.issuer() + "|" + subject;
        return issuer.vouchesFor(Kind.CITIZEN)
                ? citizen(qualified, issuer.claims(), token)
                : staff(qualified, issuer, token);
    }

    /** A client without a person behind it is nobody's citizen, nor is an account of a kind that we do not know: no role. */
    private static Caller citizen(String subject, Claims names, JWTClaimsSet token) throws ParseException {
        String account = numberOrText(token, names.accountType());
        Optional<Person> known = account == null ? Optional.empty() : person(account, names, token);
        if (known.isEmpty()) {
            return new Caller(subject, Set.of(), Optional.empty(), Set.of(), Optional.empty());
        }
        return new Caller(
                subject,
                Set.of(Role.CITIZEN),
                known,
                Set.of(),
                Optional.empty(),
                Assurances.of(names, known.get().kind(), token),
                Set.of(),
                Optional.empty());
    }

    private static Optional<Person> person(String account, Claims names, JWTClaimsSet token) throws ParseException {
        if (ORGANISATION_ACCOUNT.matcher(account).matches()) {
            return Optional.of(organisation(names, token));
        }
        return CITIZEN_ACCOUNT.matcher(account).matches() ? Optional.of(natural(names, token)) : Optional.empty();
    }

    private static Person organisation(Claims names, JWTClaimsSet token) throws ParseException {
        return new Person(
                Person.Kind.ORGANISATION,
                NumberKind.TAX_CODE.known(required(token, names.taxCode())),
                required(token, names.organisationName()),
                "");
    }

    /** Who is born on no readable day may read; a filing, which needs the day, finds nobody who matches. */
    private static Person natural(Claims names, JWTClaimsSet token) throws ParseException {
        String born = Optional.ofNullable(numberOrText(token, names.dateOfBirth()))
                .flatMap(BirthDates::iso)
                .orElse("");
        String foreigner = text(token, names.foreignerNumber());
        if (foreigner != null) {
            return new Person(
                    Person.Kind.FOREIGNER,
                    NumberKind.FOREIGNER_ID.known(foreigner),
                    required(token, names.name()),
                    born);
        }
        String number = required(token, names.citizenNumber());
        if (!CitizenId.isWellFormed(number)) {
            throw TokenRefused.invalid();
        }
        return new Person(Person.Kind.CITIZEN, number, required(token, names.name()), born);
    }

    /**
     * Scopes are kept of everybody who may be a machine, by the token or by our table. A machine that is said to be at no agency
     * is none: only one of which nothing is said is bound to none.
     */
    private static Caller staff(String subject, TrustedIssuer issuer, JWTClaimsSet token) throws ParseException {
        Claims names = issuer.claims();
        List<String> claimed =
                Optional.ofNullable(token.getStringListClaim(names.roles())).orElse(List.of());
        Set<Integer> agencies = agencies(token, names.agencies());
        boolean atNone = agencies.isEmpty() && token.getClaims().containsKey(names.agencies());
        return new Caller(
                subject,
                StaffRoles.grantableBy(issuer.kinds()).stream()
                        .filter(role -> claimed.contains(role.name().toLowerCase(Locale.ROOT)))
                        .filter(role -> role != Role.MACHINE || !atNone)
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.empty(),
                agencies,
                Optional.ofNullable(text(token, names.unit())),
                Assurance.UNKNOWN,
                issuer.vouchesFor(Kind.MACHINE) ? Scopes.of(token) : Set.of(),
                ownNumber(token, names));
    }

    /** So that staff do not act on their own dossiers; agencies' issuers need not tell it. */
    private static Optional<CitizenId> ownNumber(JWTClaimsSet token, Claims names) throws ParseException {
        Optional<String> number = Optional.ofNullable(text(token, names.citizenNumber()));
        if (number.isPresent() && !CitizenId.isWellFormed(number.get())) {
            throw TokenRefused.invalid();
        }
        return number.map(CitizenId::new);
    }

    private static Set<Integer> agencies(JWTClaimsSet token, String claim) throws ParseException {
        Object ids = token.getClaim(claim);
        if (ids == null) {
            return Set.of();
        }
        if (!(ids instanceof List<?> list) || !list.stream().allMatch(CallerClaims::isId)) {
            throw TokenRefused.invalid();
        }
        return list.stream().map(id -> ((Number) id).intValue()).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isId(@Nullable Object id) {
        return id instanceof Long number && number > 0 && number <= Integer.MAX_VALUE;
    }

    private static String required(JWTClaimsSet token, String claim) throws ParseException {
        String value = text(token, claim);
        if (value == null) {
            throw TokenRefused.invalid();
        }
        return value;
    }

    /**
     * Some issuers send every claim, empty where there is nothing to say.
     *
     * @throws ParseException when it is no text. Identifiers begin with zeros, which a number has lost: 101234567 may be of ten
     *     digits or of twelve
     */
    private static @Nullable String text(JWTClaimsSet token, String claim) throws ParseException {
        String said = token.getStringClaim(claim);
        return said == null || said.isBlank() ? null : said;
    }

    /** Of what means the same with and without leading zeros. */
    private static @Nullable String numberOrText(JWTClaimsSet token, String claim) throws ParseException {
        return token.getClaim(claim) instanceof Long number ? number.toString() : text(token, claim);
    }
}
