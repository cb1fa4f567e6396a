package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDatesTest {

    @ParameterizedTest
    @CsvSource({
        "17/05/1990,1990-05-17",
        "7/5/1990,1990-05-07",
        "17-05-1990,1990-05-17",
        "19900517,1990-05-17",
        "1990-05-17,1990-05-17",
        "' 17/05/1990 ',1990-05-17",
        "29/02/2024,2024-02-29",
    })
    void areReadAsIssuersWriteThem(String written, String iso) {
        assertThat(BirthDates.iso(written)).contains(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "1950,1950",
        "00/00/1950,1950",
        "0/0/1950,1950",
        "00/1950,1950",
        "19500000,1950",
        "1950-00-00,1950",
        "05/1950,1950-05",
        "00/05/1950,1950-05",
        "19500500,1950-05",
        "1950-05,1950-05",
        "1950-05-00,1950-05",
    })
    void sayNoMoreThanIsKnown(String written, String iso) {
        assertThat(BirthDates.iso(written)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "31/02/1990",
                "29/02/2023",
                "17/13/1990",
                "17/00/1990",
                "0000-05-17",
                "1990-05-17T00:00:00",
                "17/05/90",
                "199005",
                "٠١/٠١/١٩٥٠"
            })
    void areNoneWhenNoDayMonthOrYearIsMeant(String written) {
        assertThat(BirthDates.iso(written)).isEmpty();
    }
}
