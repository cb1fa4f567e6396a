package vn.motcua.dossier.application;

import vn.motcua.dossier.Reference;

/** Puts a dossier into the words of the contract; the application keeps the text and does not read it. */
@FunctionalInterface
public interface AnswerWriter {

    String write(DossierView view, Reference reference);
}
