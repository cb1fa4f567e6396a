package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.PublishedRows.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.ProcedureDraft.Doubt;
import vn.motcua.procedure.Publication.Change;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

class PublicationTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 20);
    private static final LocalDate LATER = LocalDate.of(2026, 9, 1);
    private static final String TERMS = "duration_by_channel_if_different";
    private static final TermConfirmation CONFIRMED = new TermConfirmation(
            new Term.WorkingDays(3), true, "Luật", "operator", Instant.parse("2026-08-01T00:00:00Z"));

    @Test
    void oneTermHoldsOnEveryListedChannelAsItsOnlyCase() {
        assertThat(draft().variants())
                .extracting(Variant::channel, Variant::caseCode, Variant::term, Variant::listing)
                .containsExactly(
                        tuple(Channel.ONLINE, "default", new Term.WorkingDays(7), Listing.SHOWN),
                        tuple(Channel.COUNTER, "default", new Term.WorkingDays(7), Listing.SHOWN));
    }

    @Test
    void severalTermsOfAChannelAreCasesInThePagesOrder() {
        ProcedureDraft draft = draft(
                "channels",
                "counter",
                TERMS,
                "Trực tiếp: 7 working_day | Trực tiếp: 1 hour | Trực tiếp: 7 working_day | Trực tiếp: ");
        assertThat(draft.variants())
                .extracting(Variant::caseCode)
                .containsExactly("term-7-working-day", "term-1-hour", "term-not-shown");
        assertThat(draft.variants())
                .extracting(Variant::caseName)
                .containsExactly("7 ngày làm việc", "1 giờ", "Không hiển thị thời hạn");
    }

    @Test
    void channelsWithTermsOfTheirOwnHaveOneCaseEach() {
        assertThat(draft("channels", "online+counter", TERMS, "Trực tuyến: 18 working_day | Trực tiếp: 25 calendar_day")
                        .variants())
                .extracting(Variant::channel, Variant::caseCode, Variant::term)
                .containsExactly(
                        tuple(Channel.ONLINE, "default", new Term.WorkingDays(18)),
                        tuple(Channel.COUNTER, "default", new Term.CalendarDays(25)));
    }

    @Test
    void channelWithATermIsKeptWhenTheListLeavesItOut() {
        ProcedureDraft draft = draft("channels", "online", TERMS, "Trực tuyến: 2 month | Trực tiếp: 3 month");
        assertThat(draft.variants())
                .extracting(Variant::channel, Variant::listing)
                .containsExactly(
                        Tuple.tuple(Channel.ONLINE, Listing.SHOWN),
                        Tuple.tuple(Channel.COUNTER, Listing.ONLY_WITH_TERM));
        assertThat(draft.doubts()).containsExactly(Doubt.CHANNEL_ONLY_WITH_TERM);
    }

    @Test
    void listedChannelWithoutATermHasAGap() {
        assertThat(draft("channels", "online+counter", TERMS, "Trực tuyến: 2 month")
                        .variants())
                .extracting(Variant::gap)
                .containsExactly(Optional.empty(), Optional.of(TermGap.TERM_NOT_SHOWN));
    }

    @Test
    void pageWithoutChannelsCanBeFiledAtTheCounter() {
        ProcedureDraft draft = draft("channels", "");
        assertThat(draft.variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.channel()).isEqualTo(Channel.COUNTER))
                .satisfies(variant -> assertThat(variant.listing()).isEqualTo(Listing.NOT_SHOWN));
        assertThat(draft.doubts()).containsExactly(Doubt.CHANNELS_NOT_SHOWN);
    }

    @Test
    void feeStandsWithTheOnlineChannelOrElseTheFirstAndThereWithTheFirstCase() {
        assertThat(draft("channels", "counter+online").variants())
                .extracting(variant -> variant.fee().dong())
                .containsExactly(Optional.empty(), Optional.of(10_000L));
        assertThat(draft("channels", "post+counter", TERMS, "Dịch vụ bưu chính: 2 month | Dịch vụ bưu chính: 3 month")
                        .variants())
                .extracting(variant -> variant.fee().dong())
                .containsExactly(Optional.of(10_000L), Optional.empty(), Optional.empty());
    }

    @Test
    void suspectFeeAndMissingTermAreDoubts() {
        assertThat(draft("unit", "", "fee_suspect", "1").doubts())
                .containsExactly(Doubt.TERM_MISSING, Doubt.FEE_SUSPECT);
    }

    @Test
    void knownWordingsNameWhoDecides() {
        assertThat(deciders("xa", "Công an cấp Xã")).containsExactly(Decider.of(Level.COMMUNE, AgencyKind.POLICE));
        assertThat(deciders("tinh+xa", "Sở Tư Pháp; Ủy ban nhân dân cấp xã; Ủy ban nhân dân cấp xã"))
                .containsExactly(
                        Decider.of(Level.PROVINCE, AgencyKind.JUSTICE_DEPARTMENT),
                        Decider.of(Level.COMMUNE, AgencyKind.PEOPLES_COMMITTEE));
        assertThat(deciders("bo", "Bộ Xây dựng"))
                .containsExactly(new Decider(Level.MINISTRY, AgencyKind.MINISTRY, Optional.of(9_000_171)));
    }

    @Test
    void unknownWordingsNameNobody() {
        assertThat(deciders("tinh", "")).isEmpty();
        assertThat(deciders("tinh", "Sở Tư pháp Thành phố Hà Nội")).isEmpty();
        assertThat(deciders("bo", "Cục Hàng không Việt Nam")).isEmpty();
    }

    @Test
    void agencyAtALevelThatThePageDoesNotNameIsNotBelieved() {
        assertThat(deciders("tinh", "Ủy ban nhân dân cấp xã")).isEmpty();
    }

    @Test
    void unknownWordingThatMayMeanALowerLevelLeavesNobodyAbove() {
        assertThat(deciders("tinh+xa", "Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử; Sở Tư pháp"))
                .isEmpty();
        assertThat(deciders("tinh+xa", "Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử; Ủy ban nhân dân cấp xã"))
                .containsExactly(Decider.of(Level.COMMUNE, AgencyKind.PEOPLES_COMMITTEE));
    }

    @Test
    void firstVersionIsNumberedAfterItsCode() {
        assertThat(version("duration", "7").id()).isEqualTo(100_422_201);
    }

    @Test
    void sameRowAgainChangesNothing() {
        ProcedureVersion version = version();
        assertThat(Publication.change(Optional.of(version), read(), LATER)).isEqualTo(new Change.Unchanged(version));
    }

    @Test
    void changedRowIsANewVersionAndTheOldOneEndsTheDayBefore() {
        ProcedureVersion version = version();
        assertThat(Publication.change(Optional.of(version), read("duration", "5"), LATER))
                .isInstanceOfSatisfying(Change.Replaced.class, replaced -> {
                    assertThat(replaced.ended().effectiveTo()).hasValue(LATER.minusDays(1));
                    assertThat(replaced.next().effectiveFrom()).isEqualTo(LATER);
                    assertThat(replaced.next().id()).isEqualTo(version.id() + 1);
                });
    }

    @Test
    void changedRowCannotBeginBeforeOrWithTheVersionInForce() {
        ProcedureVersion version = version();
        assertThat(Publication.change(Optional.of(version), read("duration", "5"), FIRST))
                .isEqualTo(new Change.TooEarly(version));
    }

    @Test
    void confirmationStandsWhileThePageShowsTheSame() {
        ProcedureVersion version = confirmed(version("unit", ""));
        assertThat(Publication.change(Optional.of(version), read("unit", ""), LATER))
                .isInstanceOf(Change.Unchanged.class);
        assertThat(next(version, "unit", "", "fee_vnd", "20000").variants())
                .allSatisfy(variant -> assertThat(variant.confirmation()).hasValue(CONFIRMED));
        assertThat(next(version, "unit", "calendar_day").variants())
                .allSatisfy(variant -> assertThat(variant.confirmation()).isEmpty())
                .allSatisfy(variant -> assertThat(variant.term()).hasValue(new Term.CalendarDays(7)));
    }

    @Test
    void confirmationUnderAnotherDecisionMustBeLookedAtAgain() {
        ProcedureVersion version = with(confirmed(version("unit", "")), byHand());
        assertThat(next(version, "unit", "", "decision_no", "9999/QĐ-BCA").variants())
                .hasSize(3)
                .allSatisfy(variant -> assertThat(variant.basis()).hasValue(TermBasis.UNVERIFIED))
                .allSatisfy(variant -> assertThat(variant.term()).hasValue(CONFIRMED.term()))
                .allSatisfy(variant -> assertThat(variant.confirmation().map(TermConfirmation::source))
                        .hasValue(CONFIRMED.source()));
    }

    @Test
    void caseThatSomebodyNamedKeepsItsNameWhileItsTermIsShown() {
        ProcedureVersion version = with(
                version(),
                new Variant(
                        Channel.ONLINE,
                        "complex",
                        "Phức tạp",
                        new ShownTerm(Optional.of("2"), Optional.of(ShownUnit.MONTH)),
                        Optional.of(new Term.Months(2)),
                        Optional.empty(),
                        Fee.UNKNOWN,
                        Listing.SHOWN));
        assertThat(next(version, TERMS, "Trực tuyến: 3 month | Trực tuyến: 2 month")
                        .variants())
                .extracting(Variant::caseCode)
                .contains("term-3-month", "complex");
    }

    @Test
    void variantEnteredByHandStaysWhateverThePageShows() {
        Variant byHand = byHand();
        ProcedureVersion version = with(version(), byHand);
        assertThat(Publication.change(Optional.of(version), read(), LATER)).isInstanceOf(Change.Unchanged.class);
        assertThat(next(version, "duration", "5").variants()).contains(byHand);
    }

    @Test
    void decidersThatPeopleNamedStandWhileThePagesWordsAreTheSame() {
        ProcedureVersion silent = version("implementing_agency", "");
        ProcedureVersion version = new ProcedureVersion(
                silent.id(),
                silent.code(),
                silent.name(),
                silent.sector(),
                silent.effectiveFrom(),
                silent.effectiveTo(),
                List.of(Decider.of(Level.COMMUNE, AgencyKind.PEOPLES_COMMITTEE)),
                silent.policy(),
                silent.variants(),
                silent.provenance(),
                silent.retentionClass(),
                silent.papers(),
                silent.least());
        assertThat(Publication.change(Optional.of(version), read("implementing_agency", ""), LATER))
                .isInstanceOf(Change.Unchanged.class);
        assertThat(next(version, "duration", "5").deciders())
                .containsExactly(Decider.of(Level.COMMUNE, AgencyKind.POLICE));
    }

    private static Tuple tuple(Channel channel, String caseCode, Term term, Listing listing) {
        return Tuple.tuple(channel, caseCode, Optional.of(term), listing);
    }

    private static Tuple tuple(Channel channel, String caseCode, Term term) {
        return Tuple.tuple(channel, caseCode, Optional.of(term));
    }

    private static ProcedureDraft draft(String... changes) {
        return Publication.draft(read(changes));
    }

    private static List<Decider> deciders(String level, String agencies) {
        return draft("level", level, "implementing_agency", agencies).deciders();
    }

    private static ProcedureVersion version(String... changes) {
        return ((Change.Added) Publication.change(Optional.empty(), read(changes), FIRST)).version();
    }

    private static ProcedureVersion next(ProcedureVersion before, String... changes) {
        return ((Change.Replaced) Publication.change(Optional.of(before), read(changes), LATER)).next();
    }

    private static ProcedureVersion confirmed(ProcedureVersion version) {
        return ProcedureFixtures.with(
                version,
                version.variants().stream()
                        .map(variant -> new Variant(
                                variant.channel(),
                                variant.caseCode(),
                                variant.caseName(),
                                variant.shown(),
                                variant.published(),
                                Optional.of(CONFIRMED),
                                variant.fee(),
                                variant.listing()))
                        .toList());
    }

    private static Variant byHand() {
        return new Variant(
                Channel.POSTAL,
                "default",
                "Thông thường",
                ShownTerm.NONE,
                Optional.empty(),
                Optional.of(CONFIRMED),
                Fee.UNKNOWN,
                Listing.BY_HAND);
    }

    private static ProcedureVersion with(ProcedureVersion version, Variant more) {
        return ProcedureFixtures.with(
                version,
                Stream.concat(version.variants().stream(), Stream.of(more)).toList());
    }
}
