package vn.motcua.territory;

/** What a unit is called by law; the level tells where it stands. */
public enum UnitKind {
    QUOC_GIA("Quốc gia"),
    TINH("Tỉnh"),
    /** Under the nation or, until 2025-06-30, under a province. */
    THANH_PHO("Thành phố"),
    /** Until 2025-06-30. */
    QUAN("Quận"),
    /** Until 2025-06-30. */
    HUYEN("Huyện"),
    /** Until 2025-06-30. */
    THI_XA("Thị xã"),
    XA("Xã"),
    PHUONG("Phường"),
    /** Until 2025-06-30. */
    THI_TRAN("Thị trấn"),
    /** Since 2025-07-01. */
    DAC_KHU("Đặc khu");

    private final String word;

    UnitKind(String word) {
        this.word = word;
    }

    /** What names of such units begin with. */
    public String word() {
        return word;
    }
}
