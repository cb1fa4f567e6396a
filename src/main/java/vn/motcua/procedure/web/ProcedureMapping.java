package vn.motcua.procedure.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.ClockEffectDto;
import vn.motcua.contract.FirstDayDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.contract.ProcedureDeciderDto;
import vn.motcua.contract.ProcedureDto;
import vn.motcua.contract.ProcedureGapDto;
import vn.motcua.contract.ProcedurePoliciesDto;
import vn.motcua.contract.ProcedureSummaryDto;
import vn.motcua.contract.ProcedureVariantDto;
import vn.motcua.contract.ShownUnitDto;
import vn.motcua.contract.TermGapDto;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.MissingTerm;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.ShownUnit;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/** The catalogue in the contract's words. */
final class ProcedureMapping {

    private ProcedureMapping() {}

    static ProcedureSummaryDto toSummary(ProcedureVersion version) {
        return new ProcedureSummaryDto(
                version.code().value(),
                version.name(),
                version.sector(),
                version.provenance().ministry().orElse(null),
                levels(version),
                version.channels().stream()
                        .map(channel -> ChannelDto.valueOf(channel.name()))
                        .toList(),
                version.effectiveFrom());
    }

    static ProcedureDto toDto(ProcedureVersion version) {
        return new ProcedureDto(
                version.code().value(),
                version.name(),
                version.sector(),
                version.provenance().ministry().orElse(null),
                version.provenance().decision(),
                version.provenance().portalUrl().orElse(null),
                levels(version),
                version.provenance().agencies().orElse(null),
                version.deciders().stream().map(ProcedureMapping::toDto).toList(),
                version.effectiveFrom(),
                version.effectiveTo().orElse(null),
                toDto(version.policy(), version.least()),
                version.variants().stream()
                        .map(variant -> toDto(variant, version.provenance().decision()))
                        .toList(),
                version.retentionClass().orElse(null),
                version.papers().orElse(null));
    }

    static ProcedureGapDto toDto(MissingTerm missing) {
        Variant variant = missing.variant();
        return new ProcedureGapDto(
                missing.procedure().code().value(),
                missing.procedure().name(),
                ChannelDto.valueOf(variant.channel().name()),
                variant.caseCode(),
                variant.caseName(),
                TermGapDto.valueOf(missing.reason().name()),
                variant.shown().value().orElse(null),
                variant.shown().unit().map(ProcedureMapping::toDto).orElse(null));
    }

    private static ProcedureVariantDto toDto(Variant variant, String decision) {
        return new ProcedureVariantDto(
                ChannelDto.valueOf(variant.channel().name()),
                variant.caseCode(),
                variant.caseName(),
                ProcedureVariantDto.ListingEnum.valueOf(variant.listing().name()),
                variant.term().map(TermFields::toDto).orElse(null),
                variant.basis()
                        .map(basis -> ProcedureVariantDto.TermBasisEnum.valueOf(basis.name()))
                        .orElse(null),
                source(variant, decision).orElse(null),
                variant.gap()
                        .map(gap -> ProcedureVariantDto.GapEnum.valueOf(gap.name()))
                        .orElse(null),
                variant.shown().value().orElse(null),
                variant.shown().unit().map(ProcedureMapping::toDto).orElse(null),
                variant.fee().dong().orElse(null),
                variant.fee().shown().orElse(null),
                variant.fee().suspect(),
                variant.fee()
                        .paid()
                        .map(moment -> ProcedureVariantDto.PaidAtEnum.valueOf(moment.name()))
                        .orElse(null));
    }

    private static Optional<String> source(Variant variant, String decision) {
        return variant.confirmation()
                .map(TermConfirmation::source)
                .or(() -> variant.published().map(_ -> decision));
    }

    private static ShownUnitDto toDto(ShownUnit unit) {
        return ShownUnitDto.valueOf(unit.name());
    }

    private static ProcedureDeciderDto toDto(Decider decider) {
        return new ProcedureDeciderDto(
                toDto(decider.level()),
                decider.kind().name(),
                decider.agency().map(String::valueOf).orElse(null));
    }

    private static ProcedurePoliciesDto toDto(ClockPolicy policy, LeastAssurance least) {
        return new ProcedurePoliciesDto(
                ProcedurePoliciesDto.StartEventEnum.valueOf(policy.startEvent().name()),
                ClockEffectDto.valueOf(policy.supplement().name()),
                ClockEffectDto.valueOf(policy.finance().name()),
                policy.maxSupplements(),
                policy.window().map(TermFields::toDto).orElse(null),
                ProcedurePoliciesDto.PrecisionEnum.valueOf(policy.precision().name()),
                toDto(policy.firstDay()),
                policy.closesItself(),
                asked(least.accountLevel()),
                asked(least.authenticationLevel()));
    }

    private static FirstDayDto toDto(FirstDay firstDay) {
        return switch (firstDay) {
            case OF_OPENING -> FirstDayDto.OPENING;
            case OF_RECEIPT -> FirstDayDto.RECEIPT;
        };
    }

    private static @Nullable Integer asked(int level) {
        return level == 0 ? null : level;
    }

    private static List<LevelDto> levels(ProcedureVersion version) {
        return version.provenance().levels().stream()
                .map(ProcedureMapping::toDto)
                .toList();
    }

    private static LevelDto toDto(Level level) {
        return LevelDto.valueOf(level.name());
    }
}
