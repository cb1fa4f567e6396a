package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.Api;
import vn.motcua.dev.DevIssuers;
import vn.motcua.dev.UnplacedTokens;

/**
 * A column of the access matrix.
 *
 * @param token empty for whoever shows none
 * @param gap before the column
 */
record MatrixCaller(Optional<String> token, String gap) {

    static final String OWN = "18838";
    private static final String NEIGHBOUR = "18832";
    private static final String PARENT = "42";
    private static final String OTHER_PROVINCE = "22051";

    /** As the legend of the table names them. */
    static List<MatrixCaller> all(Api api, DevIssuers issuers) {
        List<MatrixCaller> callers = new ArrayList<>();
        callers.add(new MatrixCaller(Optional.empty(), ""));
        for (String persona : List.of("citizen", "citizen2")) {
            callers.add(new MatrixCaller(Optional.of(api.token(persona)), " "));
        }
        for (String role : List.of("clerk", "officer", "leader", "auditor")) {
            String gap = "   ";
            for (String unit : List.of(OWN, NEIGHBOUR, PARENT, OTHER_PROVINCE)) {
                callers.add(new MatrixCaller(Optional.of(api.token(role + "&unit=" + unit)), gap));
                gap = " ";
            }
            callers.add(new MatrixCaller(Optional.of(new UnplacedTokens(issuers).of(role)), gap));
        }
        callers.add(new MatrixCaller(Optional.of(api.token("auditor")), " "));
        callers.add(new MatrixCaller(Optional.of(api.token("operator")), "   "));
        callers.add(new MatrixCaller(Optional.of(api.token("machine")), " "));
        return callers;
    }
}
