package vn.motcua.faults.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import vn.motcua.faults.client.Call.Reply;
import vn.motcua.faults.client.Ledger.Operation;
import vn.motcua.faults.client.Ledger.Outcome;
import vn.motcua.faults.client.Ledger.Told;

/** Files dossiers and moves them on, and keeps a ledger of it. */
public final class Citizen {

    public static final String UNIT = "18073";
    private static final String ELSEWHERE = "18754";
    /** A place none of whose communes is among the seeds. */
    private static final String NOWHERE = "01";

    private static final String DOSSIERS = "/api/v1/dossiers";
    static final String IMPORTS = "/api/v1/dossier-imports";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Client client;
    private final Ledger ledger;
    private final String applicant;
    private final String citizen;
    private final String clerk;
    private final String officer;
    private final String clerkElsewhere;
    private final String operator;
    private final String machine;

    public Citizen(Client client, Ledger ledger) throws IOException, InterruptedException {
        this.client = client;
        this.ledger = ledger;
        citizen = client.token("citizen");
        clerk = client.token("clerk&unit=" + UNIT);
        officer = client.token("officer&unit=" + UNIT);
        clerkElsewhere = client.token("clerk&unit=" + ELSEWHERE);
        operator = client.token("operator");
        machine = client.token("machine");
        applicant = applicant(client.send(Call.get("/dev/people/citizen", "")).body());
    }

    /** In the order of canonical JSON. */
    private static String applicant(String person) {
        return List.of("citizenId", "dateOfBirth", "fullName", "kind").stream()
                .map(name -> "\"" + name + "\":\"" + Json.text(person, name).orElseThrow() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A write that can be sent any number of times. */
    public record Write(Operation operation, Call call) {}

    /** A new filing; its form names its key, so that it is known again in the database by itself. */
    public Write filing() {
        return filing("citizen", citizen, "ONLINE", UNIT);
    }

    /** What the desk takes in for the police of another commune. */
    public Write filingForElsewhere() {
        return filing("staff", clerk, "COUNTER", ELSEWHERE);
    }

    /** What nobody knows who decides. */
    public Write filingForNowhere() {
        return filing("citizen", citizen, "ONLINE", NOWHERE);
    }

    /** A machine tells of a dossier that another system had until it ended. */
    public Write telling() {
        String key = "storm-" + UUID.randomUUID();
        return write("COMPLETED", "machine", new Call("POST", IMPORTS, machine, key, 0, """
            {"applicant":%s,"channel":"COUNTER","competentUnit":"%s","events":[\
            {"occurredAt":"2026-03-02T09:00:00+07:00","type":"FILED"},\
            {"occurredAt":"2026-03-02T10:00:00+07:00","remarks":"received","type":"ACCEPTED"},\
            {"occurredAt":"2026-03-02T11:00:00+07:00","type":"HANDED_OVER"},\
            {"occurredAt":"2026-03-12T08:00:00+07:00","signedBy":"A","type":"COMPLETED","withResult":true}],\
            "form":{"ledgerKey":"%s"},"procedureCode":"1.004222","resultDelivery":"COUNTER",\
            "source":{"reference":"%s","system":"old"}}\
            """.formatted(
                        applicant, UNIT, key, key.replaceAll("[0-9]", "$0x"))));
    }

    private Write filing(String person, String token, String channel, String unit) {
        String key = "storm-" + UUID.randomUUID();
        return write("FILED", person, new Call("POST", DOSSIERS, token, key, 0, """
            {"applicant":%s,"channel":"%s","competentUnit":"%s","form":{"ledgerKey":"%s"},\
            "procedureCode":"1.004222","resultDelivery":"ELECTRONIC"}\
            """.formatted(
                        applicant, channel, unit, key)));
    }

    /** An operator says that the police of this commune decide. */
    public Write routing(String id) {
        return step("ROUTED", operator, id, "routing", 1, "{\"competentAgency\":\"3180732\",\"reason\":\"theirs\"}");
    }

    /** The police of the other commune have it. */
    public Write reception(String id) {
        return step("RECEIVED_BY_COMPETENT", clerkElsewhere, id, "reception", 2, "{}");
    }

    /** The step that follows this version on the way to the end. */
    public Write step(String id, int version) {
        return switch (version) {
            case 1 -> step("ACCEPTED", clerk, id, "acceptance", version, "{\"remarks\":\"received\"}");
            case 2 -> step("HANDED_OVER", clerk, id, "hand-over", version, "{}");
            case 3 -> step("COMPLETED", officer, id, "completion", version, "{\"reason\":\"x\",\"signedBy\":\"A\"}");
            case 4 -> step("RETURNED", clerk, id, "return", version, "{\"deliveredBy\":\"a\",\"receivedBy\":\"b\"}");
            default -> throw new IllegalArgumentException("No step after version " + version);
        };
    }

    public Write refusal(String id) {
        return step("REFUSED", clerk, id, "refusal", 1, "{\"reason\":\"incomplete\"}");
    }

    private static Write step(String kind, String token, String id, String name, int version, String body) {
        String key = "storm-" + UUID.randomUUID();
        return write(kind, "staff", new Call("POST", DOSSIERS + "/" + id + "/" + name, token, key, version, body));
    }

    private static Write write(String kind, String person, Call call) {
        return new Write(new Operation(call.key(), kind, person, call.path(), Digest.of(call.body())), call);
    }

    public Call look(String id) {
        return Call.get(DOSSIERS + "/" + id, citizen);
    }

    /** Into the ledger, before anything is sent. */
    public Write begin(Write write) {
        ledger.begin(write.operation());
        return write;
    }

    /** Hangs up; nobody knows the outcome. */
    public boolean hangUp(Write write, int millis) throws IOException {
        try {
            return client.hangUp(write.call(), millis);
        } finally {
            ledger.end(write.operation().key(), Told.unknown(0));
        }
    }

    /** One patient try. */
    public Reply send(Write write) throws IOException, InterruptedException {
        try {
            Reply reply = client.send(write.call());
            ledger.end(write.operation().key(), told(reply));
            return reply;
        } catch (IOException failed) {
            ledger.end(write.operation().key(), Told.unknown(0));
            throw failed;
        }
    }

    private static Told told(Reply reply) {
        return switch (reply.status() / 100) {
            case 2 ->
                new Told(Outcome.OK, reply.status(), reply.id(), reply.version().orElse(0), Digest.of(reply.body()));
            case 4 -> Told.refused(reply.status());
            default -> Told.unknown(reply.status());
        };
    }

    /** Tries with the same key until it knows, when it is told to; the listener hears every answer on the way. */
    public Reply settle(Write write, Listener listener) throws InterruptedException {
        while (true) {
            Duration pause = PAUSE;
            try {
                Reply reply = send(write);
                listener.heard(reply);
                if (told(reply).outcome() != Outcome.UNKNOWN) {
                    return reply;
                }
                pause = pause.plus(reply.retryAfter());
            } catch (IOException cut) {
                listener.cut(cut);
            }
            CompletableFuture.runAsync(() -> {}, Eventually.after(spread(pause)))
                    .join();
        }
    }

    /** Callers who were sent away together do not come back together. */
    private static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
    }

    /** Hears every answer. */
    public interface Listener {

        void heard(Reply reply);

        void cut(IOException failed);

        static Listener nobody() {
            return new Listener() {
                @Override
                public void heard(Reply reply) {}

                @Override
                public void cut(IOException failed) {}
            };
        }
    }
}
