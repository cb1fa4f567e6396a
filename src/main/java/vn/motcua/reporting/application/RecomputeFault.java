package vn.motcua.reporting.application;

/** An export that is not what it says it is, and where: the first difference. */
public class RecomputeFault extends RuntimeException {

    RecomputeFault(String message) {
        super(message);
    }
}
