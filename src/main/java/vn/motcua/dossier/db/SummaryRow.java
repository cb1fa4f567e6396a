package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.PartyRole;
import vn.motcua.dossier.Place;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.procedure.Channel;

/** What the statements of lists have in common. */
final class SummaryRow {

    /** What {@link #summary} reads, of the dossier {@code d} as seen from {@code :moment}. */
    static final String SELECT = """
        SELECT d.id, d.tracking_code, d.code, d.status, d.procedure_version_id, d.channel, d.home_agency_id,
               d.competent_agency_id, d.filed_at, d.accepted_at, d.intake_due_at, d.due_at, d.due_missing,
               d.clock_waits_for, d.routing_settled,
               CAST(d.queue_at AS text) AS queue_at, d.queue_at < :moment AS overdue,
               (SELECT p.name FROM dossier_party p WHERE p.dossier_id = d.id AND p.role = 'APPLICANT'
                 ORDER BY p.kind, p.number LIMIT 1) AS applicant
        """;

    private SummaryRow() {}

    static DossierSummary summary(Readable row) {
        return summary(row, Optional.empty());
    }

    static DossierSummary summary(Readable row, Optional<PartyRole> role) {
        UUID id = required(row, "id", UUID.class);
        return new DossierSummary(
                id,
                new Place(required(row, "queue_at", String.class), id),
                new TrackingCode(required(row, "tracking_code", String.class)),
                optional(row, "code", String.class),
                optional(row, "status", Integer.class).map(DossierStatus::of),
                required(row, "procedure_version_id", Integer.class),
                Channel.valueOf(required(row, "channel", String.class)),
                required(row, "home_agency_id", Integer.class),
                required(row, "competent_agency_id", Integer.class),
                optional(row, "applicant", String.class),
                role,
                optional(row, "filed_at", Instant.class),
                optional(row, "accepted_at", Instant.class),
                optional(row, "intake_due_at", Instant.class),
                optional(row, "due_at", Instant.class),
                optional(row, "due_missing", String.class).map(Promise.Missing::valueOf),
                optional(row, "clock_waits_for", String.class).map(ClockWait.For::valueOf),
                required(row, "routing_settled", Boolean.class),
                required(row, "overdue", Boolean.class));
    }

    static Integer[] numbers(Set<DossierStatus> statuses) {
        return statuses.stream().map(DossierStatus::number).sorted().toArray(Integer[]::new);
    }

    static Integer[] ids(Set<Integer> ids) {
        return ids.stream().sorted().toArray(Integer[]::new);
    }
}
