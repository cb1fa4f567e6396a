package vn.motcua.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that can be imported, known by their names, and the columns of each. In the order in which they are read. */
public enum SourceFile {
    UNITS_2024("units_2024.csv", 20_000, "code,name,kind,level,parent_code"),
    UNITS_2025("units_2025.csv", 20_000, "code,name,kind,parent_code"),
    UNIT_SUCCESSION(
            "unit_succession.csv",
            40_000,
            "level,old_code,new_code,kind_of_change,old_name,new_name,old_district_code,old_province_code,note_vi,correction"),
    UNITS_CHANGES_2026("units_changes_2026.csv", 5_000, "effective_date,code,old_name,new_name,change,legal_basis"),
    AGENCY_CODES(
            "agency_codes.csv",
            10_000,
            "code,name,kind,old_unit_code,new_unit_code,new_unit_name,same_name_after_2025,confidence,evidence"),
    HOLIDAYS("holidays_vn.csv", 5_000, "date,kind,reason_vi,source,status"),
    PROCEDURES(
            "procedures.csv",
            20_000,
            "code,name_vi,domain,level,duration,unit,fee_vnd,source,ministry,decision_no,implementing_agency,channels,"
                    + "duration_by_channel_if_different,result_codes,portal_url,fee_raw,fee_suspect");

    private final String fileName;
    private final int lines;
    private final String columns;

    SourceFile(String fileName, int lines, String columns) {
        this.fileName = fileName;
        this.lines = lines;
        this.columns = columns;
    }

    public String fileName() {
        return fileName;
    }

    /** How many lines it may have: about twice what the whole country needs, since all of them are kept until it is planned. */
    public int lines() {
        return lines;
    }

    /** What its header must name. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** What its header may name beside them. The portal's own table of procedures says nothing of levels. */
    public Set<String> optionalColumns() {
        return this == PROCEDURES ? Set.of("account_level", "authentication_level") : Set.of();
    }

    public static Optional<SourceFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }
}
