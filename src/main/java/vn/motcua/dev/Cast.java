package vn.motcua.dev;

import java.util.List;

/** The people of the page, in the order in which a newcomer meets them, and what each is for. */
final class Cast {

    private Cast() {}

    /**
     * One of them.
     *
     * @param unit where the page places them at first; empty for those who have no place
     * @param mayVi what they may do, in Vietnamese
     * @param mayEn the same in English
     */
    record Member(Persona persona, String unit, String vi, String en, String mayVi, String mayEn) {}

    /** Of the citizens' issuer. */
    static List<Member> citizens() {
        return List.of(
                citizen(
                        Persona.CITIZEN,
                        "Công dân, tài khoản mức 2",
                        "Citizen, account level 2",
                        "Nộp hồ sơ trực tuyến, theo dõi hồ sơ của mình.",
                        "Files online, follows own dossiers."),
                citizen(
                        Persona.CITIZEN2,
                        "Công dân khác, mức 2",
                        "Another citizen, level 2",
                        "Như trên; không thấy hồ sơ của người khác.",
                        "The same; nobody else's dossiers exist for them."),
                citizen(
                        Persona.CITIZEN_LEVEL_1,
                        "Công dân, tài khoản mức 1",
                        "Citizen, account level 1",
                        "Nộp thủ tục không đòi mức 2; nếu đòi: 403 và cách nâng mức.",
                        "Files what asks for no level 2; where it does: 403, and how to raise it."),
                citizen(
                        Persona.CHILD,
                        "Trẻ em",
                        "Child",
                        "Cha mẹ hoặc người giám hộ nộp thay.",
                        "A parent or guardian files for them."),
                citizen(
                        Persona.FOREIGNER,
                        "Người nước ngoài",
                        "Foreigner",
                        "Nộp bằng số định danh của người nước ngoài; không có mức tài khoản.",
                        "Files under a foreigner's number; has no account level."),
                citizen(
                        Persona.DIRECTOR,
                        "Giám đốc công ty",
                        "Director of a company",
                        "Nộp hồ sơ của công ty; không có mức tài khoản.",
                        "Files for the company; it has no account level."));
    }

    /** Of the agencies' issuer. */
    static List<Member> staff() {
        return List.of(
                new Member(
                        Persona.CLERK,
                        "18073",
                        "Cán bộ một cửa cấp xã",
                        "Clerk of a commune",
                        "Nhận hồ sơ giấy, tiếp nhận, chuyển, trả kết quả.",
                        "Types in paper dossiers; accepts, hands over, returns."),
                new Member(
                        Persona.CLERK,
                        "42",
                        "Cán bộ trung tâm hành chính công tỉnh",
                        "Clerk of a provincial centre",
                        "Như trên, ở cấp tỉnh.",
                        "The same, for the province."),
                new Member(
                        Persona.OFFICER,
                        "18073",
                        "Chuyên viên",
                        "Officer",
                        "Xử lý và hoàn thành hồ sơ của cơ quan mình.",
                        "Works on and finishes dossiers of the own agencies."),
                new Member(
                        Persona.LEADER,
                        "18073",
                        "Lãnh đạo",
                        "Leader",
                        "Ký kết quả, hoàn thành hồ sơ của cơ quan mình.",
                        "Signs and finishes dossiers of the own agencies."),
                new Member(
                        Persona.AUDITOR,
                        "VN",
                        "Kiểm toán toàn quốc",
                        "Auditor of the nation",
                        "Đọc mọi số liệu, lấy nhật ký sự kiện; không sửa gì.",
                        "Reads all figures, takes the log away; changes nothing."),
                new Member(
                        Persona.AUDITOR_PROVINCE,
                        "42",
                        "Kiểm toán tỉnh",
                        "Auditor of a province",
                        "Đọc số liệu trong tỉnh mình.",
                        "Reads the figures of the own province."),
                new Member(
                        Persona.OPERATOR,
                        "",
                        "Người vận hành",
                        "Operator",
                        "Nạp dữ liệu tham chiếu, gỡ hồ sơ không rõ nơi xử lý.",
                        "Imports reference data, settles what leads nowhere."),
                new Member(
                        Persona.MACHINE,
                        "",
                        "Hệ thống khác",
                        "Machine client",
                        "Nhập hồ sơ cũ cùng toàn bộ lịch sử.",
                        "Imports dossiers with their whole past."));
    }

    private static Member citizen(Persona persona, String vi, String en, String mayVi, String mayEn) {
        return new Member(persona, "", vi, en, mayVi, mayEn);
    }
}
