package vn.motcua.calendar;

/**
 * One thing that is wrong with a change of the calendar.
 *
 * @param pointer to the field of the request that says it (RFC 6901)
 * @param code its stable name
 */
public record CalendarFault(String pointer, String code) {}
