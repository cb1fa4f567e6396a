package vn.motcua.dev.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.people.Chance;
import vn.motcua.dev.people.People;
import vn.motcua.dev.simulation.Draft.Fate;
import vn.motcua.dev.simulation.Offers.Offer;
import vn.motcua.dossier.Reference;
import vn.motcua.procedure.Channel;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/**
 * Everything that is filed in a span, the same for the same seed and reference data. Shares are those that were published for
 * 2025 (two thirds online, 2 to 3 of a hundred refused, 99.4 in time), or assumptions where nothing was.
 */
final class Plan {

    private static final int OF_A_SITE = 3;
    private static final double ONLINE = 0.68;
    private static final double POSTAL = 0.003;
    private static final double REFUSED = 0.025;
    private static final double LATE_INTAKE = 0.04;
    private static final double WHILE_WAITING = 0.75;
    private static final double LATE = 0.006;
    private static final double LATE_WHERE_CARELESS = 0.04;
    private static final double FORGOTTEN = 0.002;
    private static final double WITH_RESULT = 0.97;
    private static final double FETCHED = 0.9;
    private static final double ELSEWHERE = 0.3;

    private final long seed;
    private final Days days;
    private final Offers offers;
    private final Course course;
    private final Instant end;
    private final List<Site> sites;

    /**
     * The plan of a span.
     *
     * @param to the last day, inclusive; what is not done by its end stays open
     */
    Plan(Reference reference, long seed, int dossiers, LocalDate from, LocalDate to) {
        this.seed = seed;
        this.days = new Days(reference.calendar(), from, to);
        this.offers = new Offers(reference.procedures(), seed);
        this.course = new Course(new Office(reference.calendar()));
        this.end = WorkingCalendar.instant(to.plusDays(1).atStartOfDay());
        this.sites = new Sites(reference.territory(), offers, seed, from, to, days).of(dossiers);
    }

    List<Site> sites() {
        return sites;
    }

    /** How its dossiers go on. */
    Course course() {
        return course;
    }

    /** From this moment on nothing is done. */
    Instant end() {
        return end;
    }

    /** What is filed with a site, in no order; numbers begin with {@code first}. */
    List<Draft> drafts(Site site, int first) {
        List<Draft> drafts = new ArrayList<>(site.dossiers());
        int number = 0;
        for (Site.Era era : site.eras()) {
            for (int at = 0; at < era.dossiers(); at++, number++) {
                Chance chance = Chance.of(seed, OF_A_SITE + 10L * site.agency(), number);
                draft(site, era, first + number, chance).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** Empty when the site decides nothing on that day. */
    private Optional<Draft> draft(Site site, Site.Era era, int number, Chance chance) {
        Channel channel = channel(site, chance);
        Instant filedAt = days.drawn(channel, era.from(), era.to(), chance);
        int person = chance.below(People.COUNT);
        LocalDate day = LocalDate.ofInstant(filedAt, WorkingCalendar.ZONE);
        Optional<Offer> offer = offers.drawn(site, channel, day, chance);
        boolean elsewhere = chance.happens(ELSEWHERE);
        double which = chance.share();
        int desk = elsewhere && channel != Channel.ONLINE && !era.desks().isEmpty()
                ? era.desks().get((int) (which * era.desks().size()))
                : site.agency();
        Fate fate = fate(site, channel, chance);
        return offer.map(found -> new Draft(
                number,
                filedAt,
                person,
                channel,
                found.procedure().code().value(),
                found.variant().caseCode(),
                desk,
                site.agency(),
                fate));
    }

    private Channel channel(Site site, Chance chance) {
        double ticket = chance.share();
        Channel wanted = ticket < ONLINE ? Channel.ONLINE : ticket < 1 - POSTAL ? Channel.COUNTER : Channel.POSTAL;
        if (offers.has(site.level(), site.kind(), wanted)) {
            return wanted;
        }
        return offers.has(site.level(), site.kind(), Channel.COUNTER) ? Channel.COUNTER : Channel.ONLINE;
    }

    private static Fate fate(Site site, Channel channel, Chance chance) {
        boolean atOnce = channel == Channel.COUNTER
                && site.level() == Level.COMMUNE
                && site.kind() == AgencyKind.PEOPLES_COMMITTEE;
        return new Fate(
                chance.happens(REFUSED),
                chance.happens(LATE_INTAKE),
                chance.happens(WHILE_WAITING) && atOnce,
                chance.happens(site.careless() ? LATE_WHERE_CARELESS : LATE),
                chance.happens(FORGOTTEN),
                chance.happens(WITH_RESULT),
                chance.happens(FETCHED),
                chance.share(),
                chance.share());
    }
}
