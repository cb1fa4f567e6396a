package vn.motcua.procedure;

import java.util.Optional;

/**
 * What holds for a procedure on one channel in one case (trường hợp).
 *
 * @param term empty when no term is confirmed; then a dossier has no due moment
 * @param fee whole dong; empty when unknown
 */
public record Variant(Channel channel, String caseCode, String caseName, Optional<Term> term, Optional<Long> fee) {}
