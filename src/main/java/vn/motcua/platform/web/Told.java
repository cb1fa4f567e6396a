package vn.motcua.platform.web;

/** An answer that is also there in words, for those who ask for plain text. */
public interface Told {

    /** The whole answer, in the language of the request. */
    String text();
}
