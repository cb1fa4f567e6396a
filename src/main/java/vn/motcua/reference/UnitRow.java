package vn.motcua.reference;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.territory.Level;
import vn.motcua.territory.UnitKind;

/**
 * A unit as a table of a day lists it.
 *
 * @param parent code of the unit above; empty for a province
 */
record UnitRow(LinePlace place, String code, String name, UnitKind kind, Level level, Optional<String> parent) {

    /** Two digits for a province, three for a district, five for a commune. */
    static final Pattern CODE = Pattern.compile("[0-9]{2}|[0-9]{3}|[0-9]{5}");

    private static final Map<String, Level> LEVELS =
            Map.of("tinh", Level.PROVINCE, "huyen", Level.DISTRICT, "xa", Level.COMMUNE);
    static final Map<String, UnitKind> KINDS = Map.of(
            "thanh_pho_tw", UnitKind.THANH_PHO,
            "tinh", UnitKind.TINH,
            "thanh_pho", UnitKind.THANH_PHO,
            "quan", UnitKind.QUAN,
            "huyen", UnitKind.HUYEN,
            "thi_xa", UnitKind.THI_XA,
            "xa", UnitKind.XA,
            "phuong", UnitKind.PHUONG,
            "thi_tran", UnitKind.THI_TRAN,
            "dac_khu", UnitKind.DAC_KHU);

    static UnitRow of(Line line) {
        String code = line.code("code", CODE);
        UnitKind kind = line.word("kind", KINDS);
        Level level = line.cells().containsKey("level") ? line.word("level", LEVELS) : levelOf(code);
        if (level != levelOf(code)) {
            throw line.bad(Reason.MALFORMED_CODE, code);
        }
        if (!fits(line.cells().getOrDefault("kind", ""), level)) {
            throw line.bad(Reason.KIND_DOES_NOT_FIT, code);
        }
        return new UnitRow(
                line.place(), code, line.required("name"), kind, level, line.optionalCode("parent_code", CODE));
    }

    static Level levelOf(String code) {
        return switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            default -> Level.COMMUNE;
        };
    }

    static boolean fits(String kind, Level level) {
        return switch (kind) {
            case "tinh", "thanh_pho_tw" -> level == Level.PROVINCE;
            case "quan", "huyen", "thi_xa", "thanh_pho" -> level == Level.DISTRICT;
            default -> level == Level.COMMUNE;
        };
    }
}
