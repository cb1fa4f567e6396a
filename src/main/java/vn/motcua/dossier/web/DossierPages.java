package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.contract.DossierPageDto;
import vn.motcua.contract.DossierSummaryDto;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Place;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.References;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Language;

/** Pages of dossiers and the sealed places between them. */
@Component
class DossierPages {

    private static final String ONWARDS = "next";
    private static final String BACK = "previous";

    private final Cursors cursors;
    private final References reference;

    DossierPages(Cursors cursors, References reference) {
        this.cursors = cursors;
        this.reference = reference;
    }

    /**
     * The step that a caller asks for.
     *
     * @param audience the list, its caller and its filters
     * @param moment of the request; that of the walk is its first page's
     */
    Walk walk(List<String> audience, @Nullable String cursor, int limit, Instant moment) {
        if (cursor == null) {
            return new Walk(moment, false, Optional.empty(), limit);
        }
        List<String> position = cursors.position(audience, cursor);
        return new Walk(
                Instant.parse(position.get(1)),
                position.get(0).equals(BACK),
                Optional.of(new Place(position.get(2), UUID.fromString(position.get(3)))),
                limit);
    }

    Mono<DossierPageDto> page(List<String> audience, Walk walk, Walk.Page page, Language language) {
        return reference.current().map(known -> {
            List<DossierSummaryDto> items = page.dossiers().stream()
                    .map(dossier -> SummaryMapping.toDto(dossier, known, language))
                    .toList();
            return new DossierPageDto(
                    items,
                    page.hasAfter()
                            ? sealed(audience, ONWARDS, walk, page.dossiers().getLast())
                            : null,
                    page.hasBefore()
                            ? sealed(audience, BACK, walk, page.dossiers().getFirst())
                            : null);
        });
    }

    private String sealed(List<String> audience, String direction, Walk walk, DossierSummary beside) {
        return cursors.seal(
                audience,
                List.of(
                        direction,
                        walk.moment().toString(),
                        beside.place().at(),
                        beside.place().id().toString()));
    }
}
