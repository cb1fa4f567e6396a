package vn.motcua.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a resource as {@code ETag} and {@code If-Match} write it. */
public final class EntityTag {

    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller has read; a wildcard or a weak tag names none and so never matches. */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ProblemType.IF_MATCH_REQUIRED);
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Problem(ProblemType.VERSION_CONFLICT);
        }
        return Integer.parseInt(tag.group(1));
    }
}
