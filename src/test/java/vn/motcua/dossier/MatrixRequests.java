package vn.motcua.dossier;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.motcua.Api;
import vn.motcua.Api.Reply;

/**
 * One request for each operation, about one dossier of the own unit, another with a past, and that unit. Steps name a version
 * that the dossier never had, so that whoever may take them is told 412 and nothing changes.
 */
final class MatrixRequests {

    private static final String MONTH = "from=2026-03-01&to=2026-03-15";

    /** Whose answer may name the dossier among others. */
    private static final Set<String> LISTS = Set.of(
            "listOwnDossiers",
            "listDeskDossiers",
            "searchDeskDossiers",
            "listRoutingExceptions",
            "listRowDossiers",
            "exportEvents");

    private final Api api;
    private final Set<String> dossiers;
    private final Map<String, Asked> asked = new TreeMap<>();

    private MatrixRequests(Api api, Set<String> dossiers) {
        this.api = api;
        this.dossiers = dossiers;
    }

    private record Asked(String method, String path, String body) {}

    static MatrixRequests about(Api api) {
        String id = api.file(api.token("citizen"), api.filing(MatrixCaller.OWN))
                .is(201)
                .string("id");
        String tracking =
                api.get(api.token("citizen"), "/api/v1/dossiers/" + id).string("trackingCode");
        MatrixRequests requests = new MatrixRequests(api, Set.of(id, counted(api)));
        requests.reference();
        requests.dossier("dossiers/" + id, tracking);
        requests.lists();
        requests.figures();
        requests.post(
                "fileDossier",
                "dossiers",
                api.filing(MatrixCaller.OWN).put("channel", "COUNTER").toString());
        requests.post(
                "importDossier",
                "dossier-imports",
                Telling.of(api, "1.004222", "COUNTER")
                        .with("competentUnit", MatrixCaller.OWN)
                        .wholeLife()
                        .body()
                        .toString());
        return requests;
    }

    /** Of the same unit, with a past that figures count. */
    private static String counted(Api api) {
        return Telling.of(api, "1.004222", "COUNTER")
                .with("competentUnit", MatrixCaller.OWN)
                .wholeLife()
                .tell(api)
                .is(201)
                .string("id");
    }

    private void reference() {
        post(
                "calculateDeadline",
                "deadline-calculations",
                "{\"receivedAt\": \"2026-03-02T09:00:00+07:00\", \"term\": {\"value\": 3, \"unit\": \"WORKING_DAY\"}}");
        calendars();
        post(
                "simulateCalendarVersion",
                "calendars/VN/simulations",
                "{\"source\": \"x\", \"status\": \"OFFICIAL\", \"note\": \"x\", \"days\":"
                        + " [{\"day\": \"2026-03-07\", \"kind\": \"OFF\", \"reason\": \"x\"}]}");
        get("getRecomputationProgress", "calendars/VN/versions/1/progress");
        get("listNotices", "notices?limit=1");
        post("readNoticesUntil", "notices/read-until", "{\"position\": 1}");
        get("listProcedures", "procedures?limit=1");
        get("getProcedure", "procedures/1.004222");
        get("listProcedureGaps", "procedure-gaps?limit=1");
        post(
                "confirmTerm",
                "procedures/9.999999/confirmations",
                "{\"case\": \"default\", \"term\": {\"value\": 3, \"unit\": \"WORKING_DAY\"}, \"source\": \"x\","
                        + " \"verified\": true}");
        get("listAdministrativeUnits", "administrative-units?limit=1");
        get("getAdministrativeUnit", "administrative-units/" + MatrixCaller.OWN);
        get("listSuccessors", "administrative-units/" + MatrixCaller.OWN + "/successors");
        get("listPredecessors", "administrative-units/" + MatrixCaller.OWN + "/predecessors");
        get("listAgencies", "agencies?limit=1");
        get("listOnTimeDefinitions", "on-time-definitions");
        post("importReferenceData", "reference-imports?dryRun=true", "");
        get("listStaffAssignments", "staff-assignments?limit=1");
        post(
                "addStaffAssignment",
                "staff-assignments",
                "{\"issuer\": \"x\", \"subject\": \"x\", \"role\": \"CLERK\", \"validFrom\": \"2026-03-01\"}");
        get("getStaffAssignment", "staff-assignments/999999");
        post("endStaffAssignment", "staff-assignments/999999/end", "{\"validTo\": \"2026-03-01\"}");
        get("listReferenceImports", "reference-imports");
        get("getReferenceImport", "reference-imports/" + new UUID(0, 0));
    }

    private void calendars() {
        get("listCalendars", "calendars?limit=1");
        get("getCalendar", "calendars/VN");
        get("listCalendarVersions", "calendars/VN/versions?limit=1");
        post(
                "enterCalendarVersion",
                "calendars/VN/versions",
                "{\"source\": \"x\", \"status\": \"OFFICIAL\", \"note\": \"x\"}");
    }

    private void dossier(String path, String tracking) {
        get("getDossier", path);
        get("listDossierEvents", path + "/events");
        get("getDossierDeadline", path + "/deadline");
        get("listDossierAccesses", path + "/accesses");
        get("trackDossier", "tracking/" + tracking);
        post("acceptDossier", path + "/acceptance", "{}");
        post("refuseDossier", path + "/refusal", "{\"reason\": \"x\"}");
        post("routeDossier", path + "/routing", "{\"competentAgency\": \"1\", \"reason\": \"x\"}");
        post("receiveDossier", path + "/reception", "{}");
        post("handOverDossier", path + "/hand-over", "{}");
        post("completeDossier", path + "/completion", "{\"reason\": \"x\", \"signedBy\": \"x\"}");
        post("endRepresentation", path + "/representation-end", "{\"lastDay\": \"2026-03-15\"}");
        post("returnDossier", path + "/return", "{\"deliveredBy\": \"x\", \"receivedBy\": \"x\"}");
    }

    private void lists() {
        get("listOwnDossiers", "dossiers?limit=100");
        get("listDeskDossiers", "desk/dossiers?limit=100");
        get("listRoutingExceptions", "desk/routing-exceptions?limit=100");
        post("searchDeskDossiers", "desk/dossier-searches", "{\"text\": \"mau\", \"limit\": 100}");
    }

    private void figures() {
        String own = "level=COMMUNE&unit=" + MatrixCaller.OWN + "&" + MONTH;
        get("listOnTimeRates", "on-time-rates?" + own);
        get("listRowDossiers", "on-time-rates/dossiers?" + own + "&class=received");
        get("listIntakeRates", "intake-rates?" + own);
        get("exportEvents", "events/export?from=2026-03-16");
    }

    private void get(String operation, String path) {
        asked.put(operation, new Asked("GET", "/api/v1/" + path, ""));
    }

    private void post(String operation, String path, String body) {
        asked.put(operation, new Asked("POST", "/api/v1/" + path, body));
    }

    Set<String> operations() {
        return asked.keySet();
    }

    /** The status of the answer; of a list that is answered, also whether a dossier of the unit is in it. */
    String ask(String operation, Optional<String> token) {
        Asked request = Objects.requireNonNull(asked.get(operation), () -> "No request for " + operation);
        Reply reply = send(request, token);
        boolean isList = LISTS.contains(operation) && reply.status() == 200;
        return reply.status() + (isList ? mark(reply) : " ");
    }

    private String mark(Reply reply) {
        return dossiers.stream().anyMatch(reply.text()::contains) ? "+" : "-";
    }

    private Reply send(Asked request, Optional<String> token) {
        if (request.method().equals("GET")) {
            return token.map(shown -> api.get(shown, request.path()))
                    .orElseGet(() -> api.send("GET", request.path(), Optional.empty()));
        }
        String[] headers = {
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "If-Match",
            "\"99\"",
            "Content-Type",
            request.body().isEmpty() ? "multipart/form-data; boundary=x" : "application/json"
        };
        String[] all = token.map(shown -> with(headers, shown)).orElse(headers);
        String body = request.body().isEmpty() ? "--x--\r\n" : request.body();
        return api.send("POST", request.path(), Optional.of(body), all);
    }

    private static String[] with(String[] headers, String token) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return all;
    }
}
