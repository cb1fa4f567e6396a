package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.procedure.ProcedureVersion;

/**
 * By which version of its procedure a dossier is decided: by that of the day of acceptance, while that of filing is kept.
 *
 * @param deciding empty before acceptance
 */
public record DecidingVersion(ProcedureVersion filed, Optional<ProcedureVersion> deciding) {

    /** Empty where nobody knows the procedure. */
    public static Optional<DecidingVersion> of(Dossier dossier, Reference reference) {
        return reference
                .procedures()
                .version(dossier.matter().procedureVersion())
                .map(filed -> new DecidingVersion(
                        filed,
                        dossier.milestones()
                                .acceptedAt()
                                .flatMap(acceptedAt -> Promises.version(dossier.matter(), acceptedAt, reference))));
    }

    /** That of the day of acceptance, where it is not the one that was filed under. */
    static Optional<ProcedureVersion> another(Matter matter, Instant acceptedAt, Reference reference) {
        return Promises.version(matter, acceptedAt, reference)
                .filter(version -> version.id() != matter.procedureVersion());
    }

    /** The deciding one, where it is not the one that was filed under. */
    public Optional<ProcedureVersion> another() {
        return deciding.filter(version -> version.id() != filed.id());
    }
}
