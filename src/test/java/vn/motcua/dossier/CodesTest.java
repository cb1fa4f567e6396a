package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and numbers that people and other systems know a dossier by. */
class CodesTest {

    @Test
    void officialCodeBeginsWithTheAgencyAndTheDayOfReception() {
        assertThat(OfficialCode.prefix("H29.7.18073", LocalDate.of(2026, 3, 2))).isEqualTo("H29.7.18073-260302-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H29.7.18073-260302-0001",
                "Z99.18073.CA-260302-9999",
                "Z99.18073.CA-260302-10000",
                "000.00.01.H29-20260302-0001",
                "G22-261231-123456789"
            })
    void officialCodeHasAtLeastFourDigitsAndMoreWhenADayNeedsThem(String code) {
        assertThat(OfficialCode.isValid(code)).isTrue();
        assertThat(DossierRef.parse(code)).contains(new DossierRef.ByCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H29-260302-001",
                "H29-2603021-0001",
                "h29-260302-0001",
                "H29..1-260302-0001",
                "H29-260302-0001 ",
                "H29/260302/0001",
                "H29-260302-{code}",
                "' OR 1=1",
                "3fa85f64-5717-4562-b3fc-2c963f66afa",
                "3fa85f6457174562b3fc2c963f66afa6"
            })
    void whatHasNoneOfTheThreeFormsNamesNoDossier(String text) {
        assertThat(DossierRef.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3fa85f64-5717-4562-b3fc-2c963f66afa6", "3FA85F64-5717-4562-B3FC-2C963F66AFA6"})
    void idIsReadInEitherCase(String text) {
        assertThat(DossierRef.parse(text))
                .contains(new DossierRef.ById(UUID.fromString("3fa85f64-5717-4562-b3fc-2c963f66afa6")));
    }

    @Test
    void trackingCodeNamesADossierOnlyWithItsCheckCharacter() {
        String code = TrackingCode.from(new byte[10]).value();
        assertThat(DossierRef.parse(code)).isEqualTo(Optional.of(new DossierRef.ByCode(code)));
        assertThat(DossierRef.parse(code.replaceFirst("0", "1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, REGISTERED, Mới đăng ký",
        "2, ACCEPTED, Được tiếp nhận",
        "3, REFUSED, Không được tiếp nhận",
        "4, IN_PROCESS, Đang xử lý",
        "5, SUPPLEMENT_REQUESTED, Yêu cầu bổ sung giấy tờ",
        "6, FINANCIAL_DUTY, Yêu cầu thực hiện nghĩa vụ tài chính",
        "7, WITHDRAWAL_REQUESTED, Công dân yêu cầu rút hồ sơ",
        "8, STOPPED, Dừng xử lý",
        "9, FINISHED, Đã xử lý xong",
        "10, RETURNED, Đã trả kết quả"
    })
    void statusHasTheOfficialNumberAndName(int number, DossierStatus status, String name) {
        assertThat(DossierStatus.of(number)).isEqualTo(status);
        assertThat(status.number()).isEqualTo(number);
        assertThat(status.vietnamese()).isEqualTo(name);
    }

    @Test
    void thereAreTenStatusesAndNoOther() {
        assertThat(DossierStatus.values()).hasSize(10);
        assertThat(IntStream.of(0, 11, -1))
                .allSatisfy(number -> assertThatIllegalArgumentException().isThrownBy(() -> DossierStatus.of(number)));
    }
}
