package vn.motcua.territory;

/** What a unit is called by law; the level tells where it stands. */
public enum UnitKind {
    /** Quốc gia. */
    QUOC_GIA,
    /** Tỉnh. */
    TINH,
    /** Thành phố, under the nation or, until 2025-06-30, under a province. */
    THANH_PHO,
    /** Quận, until 2025-06-30. */
    QUAN,
    /** Huyện, until 2025-06-30. */
    HUYEN,
    /** Thị xã, until 2025-06-30. */
    THI_XA,
    /** Xã. */
    XA,
    /** Phường. */
    PHUONG,
    /** Thị trấn, until 2025-06-30. */
    THI_TRAN,
    /** Đặc khu, since 2025-07-01. */
    DAC_KHU
}
