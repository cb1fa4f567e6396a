package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a walk through a list, page by page.
 *
 * @param moment when the first page was read; every page compares with it
 * @param isBack true towards the beginning
 * @param from the place beside which the page lies; empty for the first page
 * @param limit how many dossiers a page has
 */
public record Walk(Instant moment, boolean isBack, Optional<Place> from, int limit) {

    /** How many to look for: one more than a page has tells whether another page follows. */
    public int sought() {
        return limit + 1;
    }

    /** The part of a list from its earliest place to its latest that is still to be walked. */
    public Span rest(Span whole) {
        return isBack
                ? new Span(whole.after(), from.orElse(whole.before()))
                : new Span(from.orElse(whole.after()), whole.before());
    }

    /** As {@link #rest}, of a list that begins with its latest place. */
    public Span restOfNewestFirst() {
        return isBack ? new Span(from.orElse(Place.START), Place.END) : new Span(Place.START, from.orElse(Place.END));
    }

    /** The page, given those sought beside the place, in the order of the list. */
    public Page page(List<DossierSummary> found) {
        if (found.isEmpty()) {
            return new Page(List.of(), false, false);
        }
        int surplus = Math.max(0, found.size() - limit);
        return isBack
                ? new Page(found.subList(surplus, found.size()), surplus > 0, true)
                : new Page(found.subList(0, found.size() - surplus), from.isPresent(), surplus > 0);
    }

    /**
     * A page, in the order of its list.
     *
     * @param hasBefore whether there may be a page before it
     * @param hasAfter whether there may be a page after it
     */
    public record Page(List<DossierSummary> dossiers, boolean hasBefore, boolean hasAfter) {

        public Page {
            dossiers = List.copyOf(dossiers);
        }
    }
}
