package vn.motcua.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.procedure.PublishedRows.read;
import static vn.motcua.procedure.PublishedRows.row;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.procedure.PublishedProcedure.ChannelTerm;
import vn.motcua.procedure.PublishedProcedure.ColumnFault;
import vn.motcua.procedure.PublishedProcedure.FaultKind;
import vn.motcua.procedure.PublishedProcedure.Reading;
import vn.motcua.territory.Level;

class PublishedColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "1.001193, 1.001193",
        "1.001193.000.00.00.H35, 1.001193",
        "2.000815.000.00.00.H55, 2.000815",
        "1.000948.H38, 1.000948",
        "2.000815.000.00.00.H55.02, 2.000815",
        "1.001193.02, 1.001193"
    })
    void codeOfAPortalOrAProvinceIsTheNationalOne(String written, String code) {
        assertThat(read("code", written).code()).isEqualTo(new ProcedureCode(code));
    }

    @ParameterizedTest
    @CsvSource({
        "code, 1001193, MALFORMED_CODE",
        "code, 1.001193x, MALFORMED_CODE",
        "name_vi, '', MISSING",
        "domain, ' ', MISSING",
        "decision_no, '', MISSING",
        "source, '', MISSING",
        "level, tinh+huyen, UNKNOWN_LEVEL",
        "duration, three, MALFORMED_NUMBER",
        "duration, -3, MALFORMED_NUMBER",
        "unit, weeks, UNKNOWN_UNIT",
        "fee_vnd, 8.000, MALFORMED_NUMBER",
        "channels, online+fax, UNKNOWN_CHANNEL",
        "account_level, 3, MALFORMED_NUMBER",
        "account_level, -1, MALFORMED_NUMBER",
        "account_level, hai, MALFORMED_NUMBER",
        "authentication_level, 5, MALFORMED_NUMBER",
        "authentication_level, 02, MALFORMED_NUMBER",
        "duration_by_channel_if_different, Fax: 3 working_day, UNKNOWN_CHANNEL",
        "duration_by_channel_if_different, Trực tiếp: 1.2.3 month, MALFORMED_NUMBER",
        "duration_by_channel_if_different, Trực tiếp 3, MALFORMED_TERM",
        "duration_by_channel_if_different, Trực tiếp: 3 weeks, UNKNOWN_UNIT"
    })
    void wordThatIsNotTheTablesMakesTheRowUnreadable(String column, String text, FaultKind kind) {
        assertThat(PublishedColumns.read(row(column, text)))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults()).contains(new ColumnFault(column, kind)));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(PublishedColumns.read(row("code", "?", "unit", "weeks", "name_vi", "")))
                .isEqualTo(new Reading.Faulty(List.of(
                        new ColumnFault("code", FaultKind.MALFORMED_CODE),
                        new ColumnFault("name_vi", FaultKind.MISSING),
                        new ColumnFault("unit", FaultKind.UNKNOWN_UNIT))));
    }

    @Test
    void officesOutsideTheLevelsAreNoLevel() {
        assertThat(read("level", "bo+tinh+xa+khac").provenance().levels())
                .containsExactly(Level.MINISTRY, Level.PROVINCE, Level.COMMUNE);
        assertThat(read("level", "khac").provenance().levels()).isEmpty();
    }

    @Test
    void channelsKeepThePagesOrder() {
        assertThat(read("channels", "counter+online+post").channels())
                .containsExactly(Channel.COUNTER, Channel.ONLINE, Channel.POSTAL);
    }

    @Test
    void termOfAChannelMayLackItsUnitOrItsNumberAndMayRepeatTheChannel() {
        assertThat(read(
                                "duration_by_channel_if_different",
                                "Trực tuyến:   | Dịch vụ bưu chính: 1  | Trực tiếp: 5 working_day | Trực tiếp: 2 hour")
                        .terms())
                .containsExactly(
                        new ChannelTerm(Channel.ONLINE, ShownTerm.NONE),
                        new ChannelTerm(Channel.POSTAL, new ShownTerm(Optional.of("1"), Optional.empty())),
                        new ChannelTerm(
                                Channel.COUNTER, new ShownTerm(Optional.of("5"), Optional.of(ShownUnit.WORKING_DAY))),
                        new ChannelTerm(Channel.COUNTER, new ShownTerm(Optional.of("2"), Optional.of(ShownUnit.HOUR))));
    }

    @Test
    void freeIsNoughtDong() {
        assertThat(read("fee_vnd", "0", "fee_raw", "Miễn phí").fee())
                .isEqualTo(new Fee(Optional.of(0L), Optional.of("Miễn phí"), false, Optional.empty()));
    }

    @Test
    void suspectFeeIsShownAndNotKnown() {
        assertThat(read("fee_vnd", "100", "fee_raw", "100 VNĐ", "fee_suspect", "1")
                        .fee())
                .isEqualTo(new Fee(Optional.empty(), Optional.of("100 VNĐ"), true, Optional.empty()));
    }

    @Test
    void feeInAnotherCurrencyIsShownAndNotKnown() {
        assertThat(read("fee_vnd", "", "fee_raw", "10 USD").fee())
                .isEqualTo(new Fee(Optional.empty(), Optional.of("10 USD"), false, Optional.empty()));
    }
}
