package vn.motcua.reference;

import java.util.Locale;

/** Why a line is bad, with a stable name and a sentence in both languages. */
public enum Reason {
    NOT_UTF8("Có ký tự không phải UTF-8.", "Has bytes that are no UTF-8."),
    LOOSE_QUOTE("Có dấu ngoặc kép trong ô không đặt trong ngoặc kép.", "Has a quote in a cell that is not quoted."),
    BROKEN_QUOTES(
            "Dấu ngoặc kép không khớp; phần còn lại không đọc.", "Its quotes do not match; the rest was not read."),
    LINE_TOO_LONG("Dòng quá dài; phần còn lại không đọc.", "Is too long; the rest was not read."),
    TOO_MANY_LINES("Quá nhiều dòng; phần còn lại không đọc.", "Too many lines; the rest was not read."),
    FILE_TOO_LARGE("Tệp quá lớn; phần còn lại không đọc.", "The file is too large; the rest was not read."),
    EMPTY_FILE("Tệp trống.", "The file is empty."),
    UNREADABLE_HEADER(
            "Dòng tiêu đề không phải UTF-8; tệp không đọc.", "The header is no UTF-8; the file was not read."),
    MISSING_COLUMN("Thiếu cột.", "A column is missing."),
    UNKNOWN_COLUMN("Có cột lạ.", "A column is unknown."),
    REPEATED_COLUMN("Cột lặp lại.", "A column stands twice."),
    CELL_COUNT("Số ô khác số cột.", "Has more or fewer cells than the header."),
    UNPRINTABLE("Có ký tự điều khiển hoặc ký tự ẩn.", "Has characters that control or hide."),

    MISSING_VALUE("Thiếu giá trị.", "A value is missing."),
    MALFORMED_CODE("Mã không đúng dạng.", "The code is malformed."),
    MALFORMED_DATE("Ngày không đúng dạng.", "The day is malformed."),
    MALFORMED_NUMBER("Số không đúng dạng.", "The number is malformed."),
    MALFORMED_TERM("Thời hạn không đúng dạng.", "The term is malformed."),
    UNKNOWN_VALUE("Giá trị không có trong danh mục.", "The value is none of those that may stand here."),
    TEXT_TOO_LONG("Văn bản quá dài.", "The text is too long."),
    DUPLICATE_KEY("Khóa đã có ở dòng trước.", "The same key stands on an earlier line."),

    KIND_DOES_NOT_FIT("Loại đơn vị không hợp với cấp.", "The kind does not fit the level."),
    LEVEL_DOES_NOT_FIT("Cấp không hợp với đơn vị cấp trên.", "The level does not fit the parent."),
    UNKNOWN_PARENT("Không có đơn vị cấp trên này.", "There is no such parent."),
    PARENT_CYCLE("Đơn vị cấp trên tạo thành vòng.", "The parents form a cycle."),
    OUTSIDE_PARENT("Hiệu lực vượt ra ngoài hiệu lực của đơn vị cấp trên.", "Is valid outside its parent's validity."),
    OVERLAPS("Hiệu lực chồng lên một phiên bản khác.", "Its validity overlaps another version's."),
    ENDS_BEFORE_IT_BEGINS("Kết thúc trước khi bắt đầu.", "Ends before it begins."),
    DIFFERS(
            "Khác với dữ liệu đã có; phiên bản không bao giờ được viết lại.",
            "Differs from what is loaded; a version is never rewritten."),
    UNKNOWN_UNIT("Không có đơn vị này vào ngày đó.", "There is no such unit on that day."),
    NOT_AS_BEFORE("Tên hoặc loại cũ không khớp.", "The old name or kind is not the unit's."),
    UNKNOWN_PREDECESSOR("Không có đơn vị cũ này.", "There is no such predecessor."),
    UNKNOWN_SUCCESSOR("Không có đơn vị mới này.", "There is no such successor."),

    WEEKDAY_DOES_NOT_FIT(
            "Ngày nghỉ phải là ngày thường, ngày làm bù phải là cuối tuần.",
            "A day off is a weekday, a worked day is a weekend day."),
    YEAR_MISSING("Thiếu cả một năm ở giữa.", "A whole year is missing between others."),
    YEAR_INCOMPLETE(
            "Năm này thiếu ngày nghỉ theo luật định.",
            "The year lacks days off that the law gives; a table names all days of each year that it names."),

    CHANGED_TODAY(
            "Bản đang có hiệu lực bắt đầu từ hôm nay hoặc muộn hơn; hãy nhập lại vào ngày mai.",
            "What is in force began today or later; import it again tomorrow."),

    UNKNOWN_AGENCY("Không có cơ quan này.", "There is no such agency."),
    IDENTIFIER_TAKEN("Mã định danh đã thuộc cơ quan khác.", "The identifier belongs to another agency.");

    private final String vietnamese;
    private final String english;

    Reason(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** As {@code unknown-parent}; never changes once published. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
