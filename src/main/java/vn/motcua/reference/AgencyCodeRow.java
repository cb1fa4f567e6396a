package vn.motcua.reference;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier of a province's People's Committee or of a ministry.
 *
 * @param unit code of the province today; empty for a ministry
 * @param sameName whether who bore the identifier before 2025 still has the name
 * @param confirmed whether an independent document shows it
 */
record AgencyCodeRow(
        LinePlace place, String identifier, String name, Optional<String> unit, boolean sameName, boolean confirmed) {

    private static final Pattern IDENTIFIER = Pattern.compile("[HG][0-9]{2}");
    private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");
    private static final Map<String, Boolean> IS_PROVINCE = Map.of("province", true, "ministry", false);
    private static final Map<String, Boolean> SAME_NAME =
            Map.of("yes", true, "no", false, "kept", true, "renamed", false, "merged", false);
    private static final Map<String, Boolean> CONFIRMED =
            Map.of("confirmed", true, "list_order", false, "probable", false);

    static AgencyCodeRow of(Line line) {
        String identifier = line.code("code", IDENTIFIER);
        boolean province = line.word("kind", IS_PROVINCE);
        if (province != identifier.startsWith("H")) {
            throw line.bad(Reason.MALFORMED_CODE, identifier);
        }
        return new AgencyCodeRow(
                line.place(),
                identifier,
                line.required("name"),
                province ? Optional.of(line.code("new_unit_code", PROVINCE)) : Optional.empty(),
                line.word("same_name_after_2025", SAME_NAME),
                line.word("confidence", CONFIRMED));
    }

    boolean isOfficial() {
        return confirmed && sameName;
    }
}
