package vn.motcua.reference;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.procedure.ProcedureVersion;

/** What an import adds to the catalogue. */
public record CatalogueChanges(List<VersionEnd> ends, List<NewVersion> versions) {

    /** Nothing at all. */
    public static final CatalogueChanges NONE = new CatalogueChanges(List.of(), List.of());

    public CatalogueChanges {
        ends = List.copyOf(ends);
        versions = List.copyOf(versions);
    }

    /** The last day of a version that was in force. */
    public record VersionEnd(int version, LocalDate effectiveTo) {}

    /**
     * A version and all that hangs on it.
     *
     * @param source where its page was read
     */
    public record NewVersion(ProcedureVersion version, String source) {}

    public boolean isEmpty() {
        return ends.isEmpty() && versions.isEmpty();
    }
}
