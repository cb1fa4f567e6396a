package vn.motcua.reference;

import java.util.Locale;
import vn.motcua.procedure.ProcedureDraft.Doubt;

/** A line that was taken in as it stands and that a person ought to look at: nothing in it was guessed. */
public record Flag(SourceFile file, int line, String code, Doubt doubt) {

    /** As {@code fee-suspect}. */
    public static String slug(Doubt doubt) {
        return doubt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
