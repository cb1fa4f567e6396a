package vn.motcua.dossier;

import java.util.Arrays;

/** The ten official statuses (TrangThaiHoSo); the number is what other systems speak of. */
public enum DossierStatus {
    REGISTERED(1, "Mới đăng ký", "Registered"),
    ACCEPTED(2, "Được tiếp nhận", "Accepted"),
    REFUSED(3, "Không được tiếp nhận", "Refused"),
    IN_PROCESS(4, "Đang xử lý", "In process"),
    SUPPLEMENT_REQUESTED(5, "Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    FINANCIAL_DUTY(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Financial duty to be met"),
    WITHDRAWAL_REQUESTED(7, "Công dân yêu cầu rút hồ sơ", "Withdrawal requested"),
    STOPPED(8, "Dừng xử lý", "Stopped"),
    FINISHED(9, "Đã xử lý xong", "Finished"),
    RETURNED(10, "Đã trả kết quả", "Result returned");

    private final int number;
    private final String vietnamese;
    private final String english;

    DossierStatus(int number, String vietnamese, String english) {
        this.number = number;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public int number() {
        return number;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** Whether nothing is processed any more; the result may still have to be returned. */
    public boolean hasEnded() {
        return switch (this) {
            case REFUSED, STOPPED, FINISHED, RETURNED -> true;
            case REGISTERED, ACCEPTED, IN_PROCESS, SUPPLEMENT_REQUESTED, FINANCIAL_DUTY, WITHDRAWAL_REQUESTED -> false;
        };
    }

    /** How far a dossier has come, of a hundred; whatever has ended has come the whole way (Circular 01/2018 article 16). */
    public int percent() {
        return switch (this) {
            case REGISTERED -> 20;
            case ACCEPTED -> 40;
            case IN_PROCESS, SUPPLEMENT_REQUESTED, FINANCIAL_DUTY, WITHDRAWAL_REQUESTED -> 60;
            case FINISHED -> 80;
            case REFUSED, STOPPED, RETURNED -> 100;
        };
    }

    public static DossierStatus of(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No official status " + number));
    }
}
