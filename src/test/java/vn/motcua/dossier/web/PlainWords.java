package vn.motcua.dossier.web;

import vn.motcua.contract.DossierDto;
import vn.motcua.contract.DossierSummaryDto;
import vn.motcua.contract.FilingDto;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.DossierView;
import vn.motcua.platform.web.Language;

/** The service's own mappings between the contract and the domain, for a twin of it. */
public final class PlainWords {

    private PlainWords() {}

    public static Filing filing(FilingDto dto) {
        return FilingMapping.toFiling(dto);
    }

    public static DossierDto dossier(DossierView view, Reference known, Language language) {
        return DossierMapping.toDto(view, known, language);
    }

    public static DossierSummaryDto summary(DossierSummary summary, Reference known, Language language) {
        return SummaryMapping.toDto(summary, known, language);
    }
}
