package vn.motcua.dossier;

import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/**
 * What a machine client may import: dossiers of the source systems that its scopes name, and when it is placed at agencies,
 * only those that one of them received or decides. Without agencies it is bound to none, which its issuer says by no word of
 * agencies, and our table by a word of its own.
 */
public final class ImportRight {

    /** Before the name of a source system, or {@code *} for every one. */
    public static final String SCOPE = "dossier-imports:";

    private static final String EVERY_SOURCE = SCOPE + "*";

    private ImportRight() {}

    /** Whether the caller may import at all. */
    public static boolean hasScope(Caller caller) {
        return caller.scopes().stream().anyMatch(scope -> scope.startsWith(SCOPE));
    }

    /** Whether the source is the caller's. */
    public static boolean covers(Caller caller, Source source) {
        return caller.is(Role.MACHINE)
                && (caller.scopes().contains(EVERY_SOURCE) || caller.scopes().contains(SCOPE + source.system()));
    }

    /** Whether the dossier is of an agency of the caller's. */
    public static boolean covers(Caller caller, Routing routing) {
        return caller.agencies().isEmpty()
                || caller.agencies().contains(routing.receivingAgency())
                || caller.agencies().contains(routing.competentAgency());
    }
}
