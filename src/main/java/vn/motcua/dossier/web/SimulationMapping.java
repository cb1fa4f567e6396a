package vn.motcua.dossier.web;

import java.util.Optional;
import vn.motcua.contract.AgencyMovesDto;
import vn.motcua.contract.DueMoveDto;
import vn.motcua.contract.RecomputationProgressDto;
import vn.motcua.contract.SimulationSummaryDto;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Simulation;
import vn.motcua.dossier.application.Recomputations.Progress;

/** Moved due moments in the words of the contract. */
final class SimulationMapping {

    private SimulationMapping() {}

    static DueMoveDto toDto(Simulation.Move move, Reference known) {
        return new DueMoveDto(
                move.clock().dossier(),
                DueMoveDto.ClockEnum.valueOf(move.clock().kind().name()),
                DossierMapping.agency(move.clock().agency(), known),
                DossierMapping.at(move.clock().dueAt()),
                DossierMapping.at(move.deadline().dueAt()),
                move.deadline().dependsOnForecast());
    }

    static SimulationSummaryDto summary(Simulation simulation, Reference known) {
        Simulation.Counts total = simulation.total();
        return new SimulationSummaryDto(
                total.moved(),
                total.later(),
                total.earlier(),
                total.came(),
                total.largest().toMinutes(),
                simulation.byAgency().stream()
                        .map(agency -> agency(agency.getKey(), agency.getValue(), known))
                        .toList());
    }

    private static AgencyMovesDto agency(int id, Simulation.Counts counts, Reference known) {
        return new AgencyMovesDto(
                DossierMapping.agency(id, known),
                counts.later(),
                counts.earlier(),
                counts.came(),
                counts.largest().toMinutes());
    }

    /** Nobody began as long as there is no progress. */
    static RecomputationProgressDto toDto(int version, Optional<Progress> progress) {
        return progress.map(known -> new RecomputationProgressDto(
                        version,
                        known.ended()
                                ? RecomputationProgressDto.StateEnum.DONE
                                : RecomputationProgressDto.StateEnum.RUNNING,
                        known.percent(),
                        known.remaining(),
                        known.moved()))
                .orElseGet(() ->
                        new RecomputationProgressDto(version, RecomputationProgressDto.StateEnum.WAITING, 0, null, 0));
    }
}
