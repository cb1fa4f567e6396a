package vn.motcua.procedure.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.contract.ProcedureGapPageDto;
import vn.motcua.contract.TermGapCountDto;
import vn.motcua.contract.TermGapDto;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Pages;
import vn.motcua.procedure.MissingTerm;
import vn.motcua.procedure.TermGap;

/** Pages of what has no term. Whoever pages confirms meanwhile, so a page begins after a place and not after an item. */
@Component
class GapPages {

    private static final String LIST = "/api/v1/procedure-gaps";

    private final Cursors cursors;

    GapPages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** What a caller asked for. */
    record Asked(
            String caller,
            Optional<TermGapDto> reason,
            int limit,
            @Nullable String cursor) {

        List<String> audience() {
            return List.of(LIST, caller, Pages.filter("reason", reason.orElse(null)));
        }
    }

    ProcedureGapPageDto page(List<MissingTerm> all, Asked asked) {
        String after = asked.cursor() == null
                ? ""
                : cursors.position(asked.audience(), asked.cursor()).getFirst();
        List<MissingTerm> rest = all.stream()
                .filter(missing -> asked.reason()
                        .map(reason -> reason.name().equals(missing.reason().name()))
                        .orElse(true))
                .filter(missing -> key(missing).compareTo(after) > 0)
                .sorted(Comparator.comparing(GapPages::key))
                .toList();
        List<MissingTerm> items = rest.stream().limit(asked.limit()).toList();
        return new ProcedureGapPageDto(
                items.stream().map(ProcedureMapping::toDto).toList(),
                items.size() == rest.size() ? null : cursors.seal(asked.audience(), List.of(key(items.getLast()))),
                counts(all));
    }

    private static String key(MissingTerm missing) {
        return String.join(
                "/",
                missing.procedure().code().value(),
                missing.variant().channel().name(),
                missing.variant().caseCode());
    }

    private static List<TermGapCountDto> counts(List<MissingTerm> all) {
        return Arrays.stream(TermGap.values())
                .map(gap ->
                        all.stream().filter(missing -> missing.reason() == gap).toList())
                .filter(lacking -> !lacking.isEmpty())
                .map(GapPages::count)
                .toList();
    }

    private static TermGapCountDto count(List<MissingTerm> lacking) {
        long procedures = lacking.stream()
                .map(missing -> missing.procedure().code())
                .distinct()
                .count();
        return new TermGapCountDto(
                TermGapDto.valueOf(lacking.getFirst().reason().name()), Math.toIntExact(procedures), lacking.size());
    }
}
