package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.CaseHistory;
import vn.motcua.deadline.ClockFact;
import vn.motcua.dossier.ClockWait;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ClockPolicy.StartEvent;

/** What the log tells of a dossier, as far as its clocks ask. The desk knows of what it took in on paper. */
final class ToldFacts {

    private ToldFacts() {}

    static CaseHistory of(Dossier dossier, List<Recorded> log) {
        boolean onPaper = dossier.matter().channel() != Channel.ONLINE;
        return new CaseHistory(
                log.stream().flatMap(one -> facts(one.event(), onPaper)).toList());
    }

    private static Stream<ClockFact> facts(LoggedEvent event, boolean onPaper) {
        Instant at = event.occurredAt();
        return switch (event.type()) {
            case "FILED" ->
                onPaper
                        ? Stream.of(new ClockFact.Filed(at), new ClockFact.DeskActed(at))
                        : Stream.of(new ClockFact.Filed(at));
            case "ROUTED" -> Stream.of(new ClockFact.DeskActed(at));
            case "ACCEPTED" -> {
                ClockFact accepted = new ClockFact.Accepted(at, waitsFor(event.payload()));
                yield onPaper ? Stream.of(accepted, new ClockFact.PapersTakenIn(at)) : Stream.of(accepted);
            }
            case "RECEIVED_BY_COMPETENT" ->
                startsClock(event.payload()) ? Stream.of(new ClockFact.Started(at)) : Stream.empty();
            case "REFUSED" -> Stream.of(new ClockFact.Refused(at));
            case "HANDED_OVER" -> Stream.of(new ClockFact.HandedOver(at));
            case "COMPLETED" -> Stream.of(new ClockFact.Finished(at));
            default -> Stream.empty();
        };
    }

    private static boolean startsClock(Map<String, Object> payload) {
        return payload.containsKey("dueAt") || payload.containsKey("dueMissing");
    }

    private static Optional<StartEvent> waitsFor(Map<String, Object> payload) {
        return Optional.ofNullable(payload.get("waitsFor"))
                .map(what -> switch (ClockWait.For.valueOf(what.toString())) {
                    case COMPETENT_RECEPTION -> StartEvent.COMPETENT_RECEPTION;
                    case FEE -> StartEvent.FEE_CONFIRMED;
                });
    }
}
