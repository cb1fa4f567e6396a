package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.reporting.GroupBy;
import vn.motcua.territory.Territory;

/** What the numbers of agencies, procedure versions and channels stand for. */
record Topics(GroupBy groupBy, Territory territory, ProcedureCatalogue procedures, LocalDate day) {

    /** As form II.06 numbers them, from 1. */
    private static final List<Channel> CHANNELS = List.of(Channel.COUNTER, Channel.ONLINE, Channel.POSTAL);

    /** Rows that are there even when they hold nothing. */
    Stream<RowKey> always() {
        return groupBy == GroupBy.CHANNEL ? CHANNELS.stream().map(RowKey.OfChannel::new) : Stream.of();
    }

    RowKey key(int number) {
        return switch (groupBy) {
            case AGENCY ->
                new RowKey.OfAgency(territory
                        .agency(number, day)
                        .orElseThrow(() -> new IllegalStateException("An agency is never deleted")));
            case CHANNEL -> new RowKey.OfChannel(CHANNELS.get(number - 1));
            case SECTOR -> new RowKey.OfSector(version(number).sector());
            case PROCEDURE -> procedure(version(number));
            case UNIT, MONTH -> throw new IllegalStateException("Rows without numbers");
        };
    }

    private ProcedureVersion version(int id) {
        return procedures
                .version(id)
                .orElseThrow(() -> new IllegalStateException("A procedure version is never deleted"));
    }

    private RowKey procedure(ProcedureVersion version) {
        return new RowKey.OfProcedure(
                version.code().value(),
                procedures.newest(version.code()).orElse(version).name());
    }

    /** By what rows are in order. */
    static String name(RowKey key) {
        return switch (key) {
            case RowKey.OfUnit(var unit) -> unit.name() + unit.version();
            case RowKey.OfAgency(var agency) -> agency.name() + agency.id();
            case RowKey.OfSector(String sector) -> sector;
            case RowKey.OfProcedure(String code, String _) -> code;
            case RowKey.OfChannel(Channel channel) -> channel.name();
            case RowKey.OfMonth(var month) -> month.toString();
            case RowKey.Total() -> "";
        };
    }
}
