package vn.motcua.almanac.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.almanac.application.CalendarVersions;
import vn.motcua.contract.CalendarVersionPageDto;
import vn.motcua.platform.web.Cursors;

/** The history of a calendar, page by page; it is the same for everybody. */
@Component
class VersionPages {

    private final CalendarVersions versions;
    private final Cursors cursors;

    VersionPages(CalendarVersions versions, Cursors cursors) {
        this.versions = versions;
        this.cursors = cursors;
    }

    /** One more than asked for is read: it tells whether there is a next page. */
    Mono<CalendarVersionPageDto> page(Optional<Integer> agency, int limit, Optional<String> cursor) {
        List<String> audience =
                List.of("calendar-versions", agency.map(String::valueOf).orElse(Addressed.NATIONAL));
        int before = cursor.map(
                        at -> Integer.parseInt(cursors.position(audience, at).getFirst()))
                .orElse(Integer.MAX_VALUE);
        return versions.list(agency, before, limit + 1).map(found -> page(found, limit, audience));
    }

    private CalendarVersionPageDto page(List<CalendarVersion> found, int limit, List<String> audience) {
        List<CalendarVersion> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? cursors.seal(audience, List.of(String.valueOf(shown.getLast().number())))
                : null;
        return new CalendarVersionPageDto(
                shown.stream().map(CalendarMapping::toDto).toList(), next);
    }
}
