package vn.motcua.dossier.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.dossier.application.ExportLine.Agency;
import vn.motcua.dossier.application.ExportLine.End;
import vn.motcua.dossier.application.ExportLine.Event;
import vn.motcua.dossier.application.ExportLine.Header;
import vn.motcua.dossier.application.ExportLine.Procedure;
import vn.motcua.dossier.application.ExportLine.Unit;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Succession;
import vn.motcua.territory.UnitKind;

/** Reads lines as {@link ExportText} writes them. */
final class ExportLines {

    /** In a canonical text nothing but the member looks so: quotes inside a text are written otherwise. */
    private static final Pattern DIGEST = Pattern.compile(",\"digest\":\"([0-9a-f]{64})\"");

    private ExportLines() {}

    /**
     * What a line tells.
     *
     * @param position of the event, if it is one
     * @throws IllegalArgumentException when it tells nothing, or its digest is not that of its text; the message says why
     */
    static ExportLine parse(String line, Optional<Long> position) {
        Members members = new Members(CanonicalJson.read(line));
        if (members.values().size() != 1) {
            return event(line, members, position);
        }
        String kind = members.values().keySet().iterator().next();
        return reference(kind, members.object(kind));
    }

    private static Event event(String line, Members members, Optional<Long> position) {
        Matcher digest = DIGEST.matcher(line);
        if (!digest.find()) {
            throw new IllegalArgumentException("neither an event nor anything else");
        }
        String rest = line.substring(0, digest.start()) + line.substring(digest.end());
        if (!sha256(rest).equals(digest.group(1))) {
            throw new IllegalArgumentException("the digest is not that of the event");
        }
        return new Event(LoggedEvent.of(members), digest.group(1), position);
    }

    private static ExportLine reference(String kind, Members of) {
        return switch (kind) {
            case "export" -> header(of);
            case "unit" -> unit(of);
            case "succession" -> succession(of);
            case "agency" ->
                new Agency(
                        of.number("id"),
                        of.text("name"),
                        of.text("identifier"),
                        of.oneOf("level", Level.class),
                        of.optionalNumber("unit"));
            case "procedure" ->
                new Procedure(of.number("version"), of.text("code"), of.text("sector"), of.text("name"));
            case "end" -> new End(of.longNumber("lines"), of.longNumber("logPosition"));
            default -> throw new IllegalArgumentException("neither an event nor anything else");
        };
    }

    private static Header header(Members of) {
        if (of.number("schema") != ExportText.SCHEMA) {
            throw new IllegalArgumentException("the export has a schema that is not known here");
        }
        return new Header(
                of.longNumber("from"), of.longNumber("to"), of.longNumber("logPosition"), of.optionalNumber("unit"));
    }

    private static Unit unit(Members of) {
        return new Unit(new AdministrativeUnit(
                of.number("version"),
                of.text("code"),
                of.text("name"),
                of.oneOf("level", Level.class),
                of.oneOf("kind", UnitKind.class),
                of.day("validFrom"),
                of.optionalDay("validTo"),
                of.optionalNumber("parent")));
    }

    private static ExportLine.Succession succession(Members of) {
        return new ExportLine.Succession(new Succession(
                of.optionalNumber("from"), of.optionalNumber("to"), of.oneOf("kind", Succession.Kind.class)));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
