package vn.motcua.reporting;

/**
 * A parameter of a question that makes no sense.
 *
 * @param parameter its name
 * @param code what is wrong with it
 */
public record QuestionFault(String parameter, String code) {}
