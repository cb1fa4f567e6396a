package vn.motcua.dev.simulation;

import java.time.Instant;
import java.util.Map;
import vn.motcua.dev.people.People;
import vn.motcua.dossier.ResultDelivery;
import vn.motcua.identity.Person;
import vn.motcua.procedure.Channel;

/**
 * A dossier as it is planned: what is filed when, by whom and where, and what chance has in store for it.
 *
 * @param number from 0, one for each dossier of a plan
 * @param person number of the applicant among {@link People}
 * @param desk the agency that takes it in
 * @param agency the agency that decides it
 */
record Draft(
        int number,
        Instant filedAt,
        int person,
        Channel channel,
        String procedure,
        String caseCode,
        int desk,
        int agency,
        Fate fate) {

    /**
     * What chance has in store.
     *
     * @param whileWaiting done at the counter while the person waits, within the hour
     * @param fraction how much of the time it takes, if it is in time, 0 to 1
     * @param pace draws for the waits between the steps, 0 to 1
     */
    record Fate(
            boolean refused,
            boolean lateIntake,
            boolean whileWaiting,
            boolean late,
            boolean forgotten,
            boolean withResult,
            boolean fetched,
            double fraction,
            double pace) {}

    boolean isElsewhere() {
        return desk != agency;
    }

    ResultDelivery delivery() {
        return switch (channel) {
            case ONLINE -> ResultDelivery.ELECTRONIC;
            case COUNTER -> ResultDelivery.COUNTER;
            case POSTAL -> ResultDelivery.POST;
        };
    }

    /** The applicant, as a filing names one. */
    Map<String, Object> applicant() {
        Person citizen = People.citizen(person);
        return Map.of(
                "kind",
                "CITIZEN",
                "citizenId",
                citizen.number(),
                "fullName",
                citizen.name(),
                "dateOfBirth",
                citizen.dateOfBirth());
    }
}
