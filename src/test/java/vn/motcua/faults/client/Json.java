package vn.motcua.faults.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much JSON as a client without libraries needs. */
public final class Json {

    private Json() {}

    /** The first member of this name, if it is a text without escapes. */
    public static Optional<String> text(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(json);
        return member.find() ? Optional.of(member.group(1)) : Optional.empty();
    }
}
