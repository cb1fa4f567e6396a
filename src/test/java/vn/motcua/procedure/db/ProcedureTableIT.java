package vn.motcua.procedure.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.TestDatabase;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.VariantChoice;
import vn.motcua.procedure.application.Procedures;

@MotcuaIT
class ProcedureTableIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    Procedures procedures;

    @Test
    void readsOnceAndKeeps() {
        assertThat(procedures.current().block()).isSameAs(procedures.current().block());
    }

    @Test
    void permanentResidenceTakesSevenWorkingDaysAndIsCheaperOnline() {
        assertThat(procedure("1.004222").variants())
                .allSatisfy(variant -> assertThat(variant.term()).hasValue(new Term.WorkingDays(7)));
        assertThat(chosen("1.004222", Channel.ONLINE).variant().fee().dong()).hasValue(10_000L);
        assertThat(chosen("1.004222", Channel.COUNTER).variant().fee().dong()).hasValue(20_000L);
    }

    @Test
    void everyKindOfTermComesThrough() {
        assertThat(chosen("1.001193", Channel.COUNTER).variant().term())
                .hasValue(new Term.SameDay(LocalTime.of(15, 0)));
        assertThat(chosen("1.011607", Channel.POSTAL).variant().term()).hasValue(new Term.CalendarDays(15));
        assertThat(procedure("1.013065").variants().getFirst().term()).hasValue(new Term.WorkingHours(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.004222",
                "1.004194",
                "1.010028",
                "1.010038",
                "1.003677",
                "1.012564",
                "1.001193",
                "1.004837",
                "1.000419",
                "2.000908",
                "1.011607",
                "1.013834"
            })
    void everyVariantHasAWholeTerm(String code) {
        assertThat(procedure(code).variants())
                .isNotEmpty()
                .allSatisfy(variant -> assertThat(variant.term()).isPresent());
    }

    @Test
    void unconfirmedTermIsAbsentAndNotGuessed() {
        assertThat(procedure("1.013065").variants())
                .filteredOn(variant -> variant.caseCode().equals("lost-papers"))
                .singleElement()
                .satisfies(variant -> assertThat(variant.term()).isEqualTo(Optional.empty()));
    }

    @Test
    void absenceWithoutACaseIsAmbiguous() {
        assertThat(VariantChoice.of(procedure("1.003677"), Channel.ONLINE, null))
                .isInstanceOfSatisfying(
                        VariantChoice.Ambiguous.class,
                        choice -> assertThat(choice.cases()).containsExactlyInAnyOrder("default", "complex"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'WORKING_DAY', NULL, NULL", "NULL, 3, NULL", "'SAME_DAY', NULL, NULL", "'IMMEDIATE', 1, NULL"})
    void halfATermIsRefused(String term) throws SQLException {
        try (var owner = TestDatabase.owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("""
                INSERT INTO procedure_variant
                       (procedure_version, channel, case_code, case_name, term_unit, term_value, term_cut_off)
                VALUES (100422201, 'POSTAL', 'half', 'Half', %s)
                """.formatted(term)))
                    .hasMessageContaining("term_is_whole_or_absent");
        }
    }

    private ProcedureVersion procedure(String code) {
        return Objects.requireNonNull(procedures.current().block())
                .inForce(new ProcedureCode(code), TODAY)
                .orElseThrow();
    }

    private VariantChoice.Chosen chosen(String code, Channel channel) {
        return (VariantChoice.Chosen) VariantChoice.of(procedure(code), channel, null);
    }
}
