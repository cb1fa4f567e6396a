package vn.motcua.identity.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.StaffAssignmentDto;
import vn.motcua.contract.StaffRoleDto;
import vn.motcua.identity.Assignment;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Assignment.Word;

/** Assignments in the words of the contract. */
final class StaffMapping {

    /** Instead of an agency's id. */
    static final String EVERY_AGENCY = "*";

    private StaffMapping() {}

    static StaffAssignmentDto toDto(Assignment assignment) {
        Placement placement = assignment.placement();
        int bar = placement.subject().indexOf('|');
        return new StaffAssignmentDto(
                        assignment.id(),
                        placement.subject().substring(0, bar),
                        placement.subject().substring(bar + 1),
                        StaffRoleDto.valueOf(placement.role().name()),
                        placement.validFrom(),
                        assignment.said().by(),
                        at(assignment.said().at()))
                .agency(agency(placement))
                .unit(placement.unit().orElse(null))
                .validTo(placement.validTo().orElse(null))
                .endedBy(assignment.ended().map(Word::by).orElse(null))
                .endedAt(assignment.ended().map(Word::at).map(StaffMapping::at).orElse(null));
    }

    private static @Nullable String agency(Placement placement) {
        return placement.everyAgency()
                ? EVERY_AGENCY
                : placement.agency().map(String::valueOf).orElse(null);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
