package vn.motcua.dossier.application;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Person;

/**
 * What a person is told of the own dossiers and of those filed for others: some of their events, in the order of the log. An
 * event is told from when it has its position on, so none comes below one that was read.
 */
public interface Notices {

    /** How many that are not read are counted one by one. */
    int COUNTED = 99;

    /**
     * The next notices, newest first.
     *
     * @param day in Viet Nam, on which a representative's authority must last
     */
    Mono<List<Notice>> of(Person person, LocalDate day, Between where, int limit);

    /** What is not read on a day. */
    Mono<Unread> unread(Person person, LocalDate day);

    /** Counts everything up to a position as read; what was read stays so. */
    Mono<Void> readUntil(Person person, long position);

    /** An event where it stands in the log. */
    record Notice(long position, LoggedEvent event) {}

    /** Positions above one and below another. */
    record Between(long after, long before) {}

    /**
     * What is not read.
     *
     * @param readTo the position up to which everything is read; 0 when nothing is
     * @param count at most one more than {@link #COUNTED}, which means more
     */
    record Unread(long readTo, int count) {}
}
