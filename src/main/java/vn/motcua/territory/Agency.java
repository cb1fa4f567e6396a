package vn.motcua.territory;

/**
 * What acts: it receives, decides and answers for lateness (cơ quan).
 *
 * @param id stable, never reused
 * @param identifier the electronic identifier (mã định danh, Decision 20/2020/QD-TTg)
 * @param provisional true while no official identifier is known
 * @param unit the version of the unit it belongs to
 * @param officeHours the name of its timetable, as {@code S8M}
 */
public record Agency(
        int id,
        String identifier,
        boolean provisional,
        String name,
        AgencyKind kind,
        Level level,
        int unit,
        String officeHours) {}
