package vn.motcua.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Somebody whom no fixture knows, logged on purpose in every form in which a leak could hide. */
final class Planted {

    /** Begins every planted line, and no other. */
    static final String TAG = "planted:";

    static final String NAME = "Ngô Thị Cài Cắm";
    static final String NUMBER = "042199000777";
    static final String ADDRESS = "Số 7 ngõ Cài Cắm";
    static final List<String> ALL = List.of(NAME, NUMBER, ADDRESS);

    private Planted() {}

    static List<String> lines() {
        return List.of(
                        NAME,
                        NAME.toUpperCase(Locale.ROOT),
                        Normalizer.normalize(NAME, Normalizer.Form.NFD),
                        "ngo thi cai cam",
                        URLEncoder.encode(NAME, UTF_8),
                        URLEncoder.encode(NAME, UTF_8).replace("+", "%20"),
                        base64("{\"fullName\":\"" + NAME + "\"}"),
                        base64("{ \"fullName\":\"" + NAME + "\"}"),
                        base64("{  \"fullName\":\"" + NAME + "\"}"),
                        NUMBER,
                        base64("number=" + NUMBER),
                        ADDRESS,
                        "Bearer " + base64("{\"alg\":\"RS256\"}") + "." + base64("{\"sub\":\"x\"}") + ".c2lnbmF0dXJl")
                .stream()
                .map(form -> TAG + " [" + form + "]")
                .toList();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
