package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.bench.Shape.Requests;

/** Filings of many citizens for many communes, with a form of a residence registration: about 1.6 KB each. */
final class Filings {

    static final String PATH = "/api/v1/dossiers";
    private static final int CITIZENS = 500;
    private static final String BORN = "1990-05-17";
    private static final byte[] PLACE_OF_KEY = "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK".getBytes(StandardCharsets.US_ASCII);

    private Filings() {}

    static String number(int citizen) {
        return "042090" + String.format("%06d", 100_000 + citizen);
    }

    static String name(int citizen) {
        List<String> names = List.of("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Oanh");
        return "Nguyễn Văn " + names.get(citizen % 10) + " " + names.get(citizen / 10 % 10);
    }

    static String token(Identities identities, int citizen) {
        return identities.citizen(number(citizen), name(citizen), BORN);
    }

    /** The members in the order of canonical JSON. */
    static String body(int citizen, String unit) {
        return """
            {"applicant":{"address":"Số %2$d, đường Thử Nghiệm, tổ dân phố 7","citizenId":"%1$s","dateOfBirth":"%4$s",\
            "email":"nguoi.%2$d@example.vn","fullName":"%3$s","kind":"CITIZEN","phone":"0912%2$06d"},\
            "channel":"ONLINE","competentUnit":"%5$s","form":{%6$s},\
            "procedureCode":"1.004222","resultDelivery":"ELECTRONIC"}\
            """.formatted(number(citizen), 100_000 + citizen, name(citizen), BORN, unit, form());
    }

    private static String form() {
        return IntStream.rangeClosed(10, 25)
                .mapToObj(field ->
                        "\"field%d\":\"Nội dung khai số %d của tờ khai thay đổi thông tin\"".formatted(field, field))
                .collect(Collectors.joining(","));
    }

    /** No two with the same key, in this run or in any other. */
    static Requests requests(Identities identities, List<String> units) {
        String run = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        byte[][] prepared = IntStream.range(0, CITIZENS)
                .mapToObj(citizen -> Shape.post(
                        PATH,
                        token(identities, citizen),
                        "Idempotency-Key: " + new String(PLACE_OF_KEY, StandardCharsets.US_ASCII) + "\r\n",
                        body(citizen, units.get(citizen % units.size()))))
                .toArray(byte[][]::new);
        int[] places = new int[CITIZENS];
        for (int citizen = 0; citizen < CITIZENS; citizen++) {
            places[citizen] = new String(prepared[citizen], StandardCharsets.ISO_8859_1)
                    .indexOf(new String(PLACE_OF_KEY, StandardCharsets.US_ASCII));
        }
        AtomicLong keys = new AtomicLong(1_000_000_000_000_000L);
        return number -> {
            int citizen = (int) (number % CITIZENS);
            byte[] request = prepared[citizen].clone();
            byte[] key = (run + keys.getAndIncrement()).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(key, 0, request, places[citizen], PLACE_OF_KEY.length);
            return request;
        };
    }
}
