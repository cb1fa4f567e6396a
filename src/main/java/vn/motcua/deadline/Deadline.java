package vn.motcua.deadline;

import java.time.Instant;

/**
 * A due moment (hạn trả) and what it was computed with.
 *
 * @param countedFrom the moment from which the term runs: the receipt, or the next opening
 * @param dependsOnForecast true when a day that matters here is expected and not yet decreed
 */
public record Deadline(
        Instant dueAt, Instant countedFrom, int calendarVersion, String ruleVersion, boolean dependsOnForecast) {}
