package vn.motcua.reporting.application;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Sums;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** Where figures come from. */
public interface Figures {

    /** The sums of every unit of a level below one unit, in one snapshot, true to the last committed event. */
    Mono<List<UnitSums>> sums(AdministrativeUnit below, Level level, Period period, Definition definition);

    record UnitSums(int unitVersion, Sums sums) {}
}
