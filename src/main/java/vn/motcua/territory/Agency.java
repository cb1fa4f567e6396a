package vn.motcua.territory;

import java.util.Optional;

/**
 * What acts: it receives, decides and answers for lateness (cơ quan). Its name, unit and identifier change over time; this
 * is how they stand on a day.
 *
 * @param id stable, never reused
 * @param identifier the electronic identifier (mã định danh, Decision 20/2020/QD-TTg)
 * @param provisional true while no official identifier is known
 * @param unit the version of the unit it belongs to; empty for a ministry
 * @param officeHours the name of its timetable, as {@code S8M}
 */
public record Agency(
        int id,
        String identifier,
        boolean provisional,
        String name,
        AgencyKind kind,
        Level level,
        Optional<Integer> unit,
        String officeHours) {}
