package vn.motcua.dossier;

/** The part of a list that lies between two places, both excluded. */
public record Span(Place after, Place before) {

    public static final Span ALL = new Span(Place.START, Place.END);
}
