package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.identity.CitizenId;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/**
 * What somebody files.
 *
 * @param caseCode needed where the procedure has several cases on the channel
 * @param competentUnit code of a unit in force
 * @param competentAgency id or identifier
 * @param submitter who hands it in for the applicant; empty when the applicant does
 * @param files announced; while they are missing the dossier is not filed
 * @param words everything that may identify a person, for the erasable table
 */
public record Filing(
        ProcedureCode procedure,
        Optional<String> caseCode,
        Optional<String> competentUnit,
        Optional<String> competentAgency,
        Channel channel,
        ResultDelivery resultDelivery,
        Applicant applicant,
        Optional<Submitter> submitter,
        List<DossierEvent.AnnouncedFile> files,
        Map<String, Object> words) {

    public Filing {
        files = List.copyOf(files);
        words = Map.copyOf(words);
    }

    /** A filing that the applicant hands in. */
    public Filing(
            ProcedureCode procedure,
            Optional<String> caseCode,
            Optional<String> competentUnit,
            Optional<String> competentAgency,
            Channel channel,
            ResultDelivery resultDelivery,
            Applicant applicant,
            List<DossierEvent.AnnouncedFile> files,
            Map<String, Object> words) {
        this(
                procedure,
                caseCode,
                competentUnit,
                competentAgency,
                channel,
                resultDelivery,
                applicant,
                Optional.empty(),
                files,
                words);
    }

    /** Whether a citizen is its applicant or hands it in. */
    public boolean isBy(CitizenId citizen) {
        return applicant.has(citizen) || submitter.filter(by -> by.has(citizen)).isPresent();
    }

    /** Whether somebody files for another whose own account is the one that counts. */
    boolean isByAccountOfApplicant() {
        return submitter
                .filter(by -> by.authority().kind().account() == PartyRole.APPLICANT)
                .isPresent();
    }

    /** Never the words: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Filing[" + procedure + ", " + channel + "]";
    }
}
