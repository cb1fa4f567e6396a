package vn.motcua.procedure;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/**
 * Who decides, from the words of the national portal (cơ quan thực hiện). Only wordings that name an agency of a kind and
 * level, or one ministry, are understood; the departments of one province, offices below a ministry and everything else
 * name nobody here.
 */
final class ImplementingAgencies {

    private static final Decider COMMUNE = Decider.of(Level.COMMUNE, AgencyKind.PEOPLES_COMMITTEE);
    private static final Decider PROVINCE = Decider.of(Level.PROVINCE, AgencyKind.PEOPLES_COMMITTEE);
    private static final Decider JUSTICE = Decider.of(Level.PROVINCE, AgencyKind.JUSTICE_DEPARTMENT);
    private static final Decider FINANCE = Decider.of(Level.PROVINCE, AgencyKind.FINANCE_DEPARTMENT);

    /** Chairpersons stand for their committee: the dossier goes to the same agency. */
    private static final Map<String, Decider> BY_WORDING = Map.ofEntries(
            entry("ủy ban nhân dân cấp xã", COMMUNE),
            entry("ubnd cấp xã", COMMUNE),
            entry("chủ tịch ubnd cấp xã", COMMUNE),
            entry("công an cấp xã", Decider.of(Level.COMMUNE, AgencyKind.POLICE)),
            entry("ủy ban nhân dân cấp tỉnh", PROVINCE),
            entry("chủ tịch ủy ban nhân dân cấp tỉnh", PROVINCE),
            entry("chủ tịch ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương", PROVINCE),
            entry("ủy ban nhân dân tỉnh và thành phố trực thuộc trung ương", PROVINCE),
            entry("công an cấp tỉnh", Decider.of(Level.PROVINCE, AgencyKind.POLICE)),
            entry("sở tư pháp", JUSTICE),
            entry("giám đốc sở tư pháp", JUSTICE),
            entry("sở xây dựng", Decider.of(Level.PROVINCE, AgencyKind.CONSTRUCTION_DEPARTMENT)),
            entry("sở tài chính", FINANCE),
            entry("sở tài chính các tỉnh, thành phố", FINANCE),
            entry(
                    "sở nông nghiệp và môi trường",
                    Decider.of(Level.PROVINCE, AgencyKind.AGRICULTURE_ENVIRONMENT_DEPARTMENT)),
            entry("văn phòng đăng ký đất đai", Decider.of(Level.PROVINCE, AgencyKind.LAND_REGISTRATION_OFFICE)),
            entry("bộ công an", ministry(1)),
            entry("bộ công thương", ministry(2)),
            entry("bộ ngoại giao", ministry(8)),
            entry("bộ nội vụ", ministry(9)),
            entry("bộ nông nghiệp và môi trường", ministry(10)),
            entry("bộ quốc phòng", ministry(11)),
            entry("bộ tài chính", ministry(12)),
            entry("bộ tư pháp", ministry(15)),
            entry("bộ văn hóa, thể thao và du lịch", ministry(16)),
            entry("bộ xây dựng", ministry(17)),
            entry("ngân hàng nhà nước việt nam", ministry(19)));

    private ImplementingAgencies() {}

    /**
     * Those that are understood, at one of the levels that the page names: one at another level contradicts it. Where some
     * wording is not understood it may mean a lower level of the page, and then nobody above that level is named either.
     */
    static List<Decider> understood(Provenance page) {
        List<Decider> named = wordings(page)
                .flatMap(wording -> Optional.ofNullable(BY_WORDING.get(wording)).stream())
                .filter(decider -> page.levels().contains(decider.level()))
                .distinct()
                .toList();
        return areAllUnderstood(page)
                ? named
                : named.stream()
                        .filter(decider -> everyLevelBelow(decider, page, named))
                        .toList();
    }

    private static boolean everyLevelBelow(Decider decider, Provenance page, List<Decider> named) {
        return page.levels().stream()
                .filter(decider.level()::isAbove)
                .allMatch(level -> named.stream().anyMatch(other -> other.level() == level));
    }

    /** True when every wording is understood, and there is one. */
    static boolean areAllUnderstood(Provenance page) {
        return wordings(page).findAny().isPresent() && wordings(page).allMatch(BY_WORDING::containsKey);
    }

    private static Stream<String> wordings(Provenance page) {
        return page.agencies().stream()
                .flatMap(text -> Arrays.stream(text.split(";")))
                .map(wording -> wording.strip().toLowerCase(Locale.ROOT));
    }

    /** Ministries' ids follow from the number in their identifier: G17 is 17. */
    private static Decider ministry(int number) {
        return new Decider(Level.MINISTRY, AgencyKind.MINISTRY, Optional.of(9_000_000 + 10 * number + 1));
    }
}
