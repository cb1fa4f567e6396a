package vn.motcua.procedure.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.contract.ProcedureGapPageDto;
import vn.motcua.contract.TermGapCountDto;
import vn.motcua.contract.TermGapDto;
import vn.motcua.procedure.MissingTerm;
import vn.motcua.procedure.TermGap;

/** What has no term, in the contract's words. */
final class GapMapping {

    private GapMapping() {}

    static ProcedureGapPageDto toDto(List<MissingTerm> all, @Nullable TermGapDto reason, CataloguePage.Place place) {
        List<MissingTerm> asked = all.stream()
                .filter(missing -> reason == null || missing.reason().name().equals(reason.name()))
                .toList();
        CataloguePage<MissingTerm> page = CataloguePage.of(asked, GapMapping::key, place);
        return new ProcedureGapPageDto(
                page.items().stream().map(ProcedureMapping::toDto).toList(),
                page.next(),
                Arrays.stream(TermGap.values())
                        .flatMap(gap -> count(all, gap).stream())
                        .toList());
    }

    private static String key(MissingTerm missing) {
        return String.join(
                "/",
                missing.procedure().code().value(),
                missing.variant().channel().name(),
                missing.variant().caseCode());
    }

    private static Optional<TermGapCountDto> count(List<MissingTerm> all, TermGap gap) {
        List<MissingTerm> lacking =
                all.stream().filter(missing -> missing.reason() == gap).toList();
        int procedures = (int) lacking.stream()
                .map(missing -> missing.procedure().code())
                .distinct()
                .count();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new TermGapCountDto(TermGapDto.valueOf(gap.name()), procedures, lacking.size()));
    }
}
