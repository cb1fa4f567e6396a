package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.procedure.application.Procedures;

/** How many procedures have a computable due moment, and why the others have not. */
@MotcuaIT
class CoverageIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int EVERYDAY = 87;

    @Autowired
    Procedures procedures;

    static boolean wholeTableIsThere() {
        return Files.exists(PublishedTable.WHOLE);
    }

    @Test
    void sixtySevenOfTheEverydayOnesHaveEveryDueMomentAndTwoHaveSome() {
        List<PublishedProcedure> pages = PublishedTable.excerpt().subList(0, EVERYDAY);
        System.out.println(published(pages).line("Everyday, as published"));
        Coverage confirmed = confirmed(pages);
        System.out.println(confirmed.line("Everyday, with confirmations"));
        assertThat(confirmed.procedures()).isEqualTo(EVERYDAY);
        assertThat(confirmed.whole()).isEqualTo(67);
        assertThat(confirmed.partly()).isEqualTo(2);
    }

    @Test
    @EnabledIf("wholeTableIsThere")
    void everyRowOfTheWholeTableHasAVariant() {
        List<PublishedProcedure> pages = PublishedTable.whole();
        System.out.println(published(pages).line("All, as published"));
        System.out.println(confirmed(pages).line("All, with confirmations"));
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(Publication.draft(page).variants()).isNotEmpty());
    }

    private static Coverage published(List<PublishedProcedure> pages) {
        return Coverage.of(
                pages.stream().map(page -> Publication.draft(page).variants()).toList());
    }

    /** What is in the catalogue counts as it stands there. */
    private Coverage confirmed(List<PublishedProcedure> pages) {
        ProcedureCatalogue catalogue =
                Objects.requireNonNull(procedures.current().block());
        return Coverage.of(pages.stream()
                .map(page -> catalogue
                        .inForce(page.code(), TODAY)
                        .map(ProcedureVersion::variants)
                        .orElseGet(() -> Publication.draft(page).variants()))
                .toList());
    }
}
