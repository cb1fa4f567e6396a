package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermPartsTest {

    private static final Term TWO_DAYS = new Term.WorkingDays(2);
    private static final Term.Stage CHECK = new Term.Stage("Thẩm định", TWO_DAYS);
    private static final Term.Stage SIGN = new Term.Stage("Phê duyệt", new Term.SameDay(LocalTime.of(15, 0)));

    @Test
    void everyTermIsTheSameAfterItWasTakenApart() {
        List<Term> terms = List.of(
                TWO_DAYS,
                new Term.WorkingHours(8),
                new Term.CalendarDays(10),
                new Term.ClockHours(2),
                new Term.Months(3),
                new Term.SameDay(LocalTime.of(15, 0)),
                new Term.Immediate(),
                new Term.Composite(List.of(CHECK, SIGN)));
        assertThat(terms)
                .allSatisfy(term -> assertThat(TermParts.of(term).term()).isEqualTo(term));
    }

    @Test
    void stagesAreWrittenInTheirOrderWithWhatBelongsToEach() {
        assertThat(TermParts.of(new Term.Composite(List.of(CHECK, SIGN))).members())
                .contains(List.of(
                        Map.of("name", "Thẩm định", "unit", "WORKING_DAY", "value", 2),
                        Map.of("name", "Phê duyệt", "unit", "SAME_DAY", "cutOff", "15:00")));
        assertThat(TermParts.of(TWO_DAYS).members()).isEmpty();
    }

    @Test
    void aUnitThatNobodyKnowsIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TermParts("FORTNIGHT", Optional.of(1), Optional.empty(), List.of()).term());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13})
    void aTermHasTwoToTwelveStages(int count) {
        List<Term.Stage> stages = IntStream.range(0, count)
                .mapToObj(at -> new Term.Stage("Bước " + at, TWO_DAYS))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Composite(stages));
    }

    @Test
    void eachStageHasANameOfItsOwnAndNoStages() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Composite(List.of(CHECK, CHECK)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term.Composite(List.of(CHECK, new Term.Stage(" ", TWO_DAYS))));
        Term composite = new Term.Composite(List.of(CHECK, SIGN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Stage("Tất cả", composite));
    }
}
