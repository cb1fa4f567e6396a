package vn.motcua.reporting.application;

import java.time.YearMonth;
import vn.motcua.procedure.Channel;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;

/** What a row of a report is about. */
public sealed interface RowKey {

    record OfUnit(AdministrativeUnit unit) implements RowKey {}

    record OfAgency(Agency agency) implements RowKey {}

    record OfSector(String sector) implements RowKey {}

    /** All versions of a procedure. */
    record OfProcedure(String code, String name) implements RowKey {}

    record OfChannel(Channel channel) implements RowKey {}

    record OfMonth(YearMonth month) implements RowKey {}

    record Total() implements RowKey {}
}
