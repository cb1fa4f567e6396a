package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.dossier.DossierFixtures.MATTER;
import static vn.motcua.dossier.DossierFixtures.at;
import static vn.motcua.dossier.DossierFixtures.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Rule;
import vn.motcua.procedure.Channel;

/** A gap in our tables never refuses a citizen. */
class PromisesTest {

    @Test
    void promisesTheDueMomentAndKeepsItAsTheFirst() {
        Promise promise = Promise.due(at("2026-03-11T17:00"), false, 1, Rule.VERSION);
        assertThat(Promises.onAcceptance(dossier(MATTER), at("2026-03-02T09:00"), reference()))
                .isEqualTo(promise);
        assertThat(promise.firstPromisedAt()).isEqualTo(promise.dueAt());
    }

    @Test
    void saysWhenADayThatCountsIsOnlyForecast() {
        assertThat(Promises.onAcceptance(dossier(MATTER), at("2027-02-01T09:00"), reference()))
                .isInstanceOfSatisfying(
                        Promise.class,
                        promise -> assertThat(promise.dependsOnForecast()).isTrue());
    }

    @Test
    void acceptsWithoutADueMomentWhereNoTermIsConfirmed() {
        Matter unconfirmed = new Matter(3, Channel.ONLINE, "default", ResultDelivery.COUNTER);
        assertThat(Promises.onAcceptance(dossier(unconfirmed), at("2026-03-02T09:00"), reference()))
                .isEqualTo(Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, Rule.VERSION));
    }

    @Test
    void acceptsWithoutADueMomentWhereTheVersionOfTheDayNoLongerHasTheCase() {
        Matter gone = new Matter(1, Channel.ONLINE, "abolished", ResultDelivery.COUNTER);
        assertThat(Promises.onAcceptance(dossier(gone), at("2026-03-02T09:00"), reference()))
                .isEqualTo(Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, Rule.VERSION));
    }

    @Test
    void acceptsWithoutADueMomentWhereTheCalendarEnds() {
        assertThat(Promises.onAcceptance(dossier(MATTER), at("2027-12-28T09:00"), reference()))
                .isEqualTo(Promise.none(Promise.Missing.CALENDAR_ENDS, 1, Rule.VERSION));
    }

    @Test
    void acceptsWithoutADueMomentBeforeTheCalendarBegins() {
        var late = new WorkingCalendar(9, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 12, 31), List.of());
        assertThat(Promises.onAcceptance(dossier(MATTER), at("2026-03-02T09:00"), reference(late)))
                .isEqualTo(Promise.none(Promise.Missing.CALENDAR_ENDS, 9, Rule.VERSION));
    }

    @Test
    void filesEvenWhereTheIntakeAnswerHasNoDueMoment() {
        assertThat(Promises.intakeAnswer(at("2026-03-02T09:00"), 1, reference()))
                .contains(at("2026-03-03T09:00"));
        assertThat(Promises.intakeAnswer(at("2028-01-03T09:00"), 1, reference()))
                .isEmpty();
    }

    @Test
    void isEitherADueMomentOrTheReasonWhyThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Promise(Optional.empty(), Optional.empty(), Optional.empty(), false, 1, Rule.VERSION));
    }

    private static Dossier dossier(Matter matter) {
        return DossierFixtures.dossier(Optional.of(DossierStatus.REGISTERED), matter, Optional.empty());
    }
}
