package vn.motcua.procedure.application;

import java.util.List;
import vn.motcua.procedure.Channel;

/** Why a term was not confirmed. */
public class ConfirmationRefused extends RuntimeException {

    private final transient Reason reason;

    public ConfirmationRefused(Reason reason) {
        super(reason.getClass().getSimpleName(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Everything that can stand in the way. */
    public sealed interface Reason {

        /** Only operators confirm. */
        record NeverThisRole() implements Reason {}

        /** No version with this code is in force today. */
        record NotFound() implements Reason {}

        record NotOffered(List<Channel> offered) implements Reason {
            public NotOffered {
                offered = List.copyOf(offered);
            }
        }

        record Ambiguous(List<String> cases) implements Reason {
            public Ambiguous {
                cases = List.copyOf(cases);
            }
        }

        /** It was decided on a catalogue that changed again and again; nothing was kept. */
        record CatalogueChanging() implements Reason {}

        /** The key stands for another request. */
        record KeyReused() implements Reason {}
    }
}
