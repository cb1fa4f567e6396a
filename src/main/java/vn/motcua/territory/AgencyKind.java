package vn.motcua.territory;

/** What kind of agency answers for a procedure (cơ quan thực hiện). */
public enum AgencyKind {
    /** Ủy ban nhân dân. */
    PEOPLES_COMMITTEE,
    /** Công an. */
    POLICE,
    /** Trung tâm phục vụ hành chính công. */
    SERVICE_CENTRE,
    /** Văn phòng đăng ký đất đai. */
    LAND_REGISTRATION_OFFICE,
    /** Sở Tư pháp. */
    JUSTICE_DEPARTMENT,
    /** Sở Xây dựng. */
    CONSTRUCTION_DEPARTMENT,
    /** Sở Nông nghiệp và Môi trường. */
    AGRICULTURE_ENVIRONMENT_DEPARTMENT,
    /** Sở Tài chính. */
    FINANCE_DEPARTMENT,
    /** Bộ, cơ quan ngang bộ. */
    MINISTRY
}
