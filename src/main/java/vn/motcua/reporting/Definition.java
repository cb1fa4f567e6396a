package vn.motcua.reporting;

/** What on time means, and how a rate is computed from the classes. Numbered; the law changes, a number does not. */
public enum Definition {
    /** Form II.06 (Circular 01/2020/TT-VPCP). */
    OT_1("OT-1", Precision.DAY, Against.DUE) {
        @Override
        public Rate rate(Counts counts) {
            return judged(counts);
        }
    },
    /** By moment, as index set 766 compares (Decision 766/QD-TTg). */
    OT_2("OT-2", Precision.MOMENT, Against.DUE) {
        @Override
        public Rate rate(Counts counts) {
            return judged(counts);
        }
    },
    /** What press and provinces publish: everything that ended counts below the line. */
    OT_4("OT-4", Precision.DAY, Against.DUE) {
        @Override
        public Rate rate(Counts counts) {
            return new Rate(counts.early() + counts.onTime(), counts.resolved());
        }
    },
    /** What the citizen was told first. */
    OT_5("OT-5", Precision.MOMENT, Against.FIRST_PROMISE) {
        @Override
        public Rate rate(Counts counts) {
            return judged(counts);
        }
    },
    /** Gia Lai's formula turned round: one less the share of everything late, in whatever state. */
    OT_6("OT-6", Precision.MOMENT, Against.DUE) {
        @Override
        public Rate rate(Counts counts) {
            long all = counts.received() + counts.carriedOver();
            long late =
                    counts.overdue() + counts.stoppedOverdue() + counts.withdrawnOverdue() + counts.pendingOverdue();
            return new Rate(all - late, all);
        }
    };

    /** How fine lateness is judged. */
    public enum Precision {
        /** What ends on the due day is on time. */
        DAY,
        /** What ends after the due moment is overdue. */
        MOMENT
    }

    /** Against what lateness is judged. */
    public enum Against {
        DUE,
        FIRST_PROMISE
    }

    private final String id;
    private final Precision precision;
    private final Against against;

    Definition(String id, Precision precision, Against against) {
        this.id = id;
        this.precision = precision;
        this.against = against;
    }

    public String id() {
        return id;
    }

    public Precision precision() {
        return precision;
    }

    public Against against() {
        return against;
    }

    /** The rate of summed classes, never an average of rates. */
    public abstract Rate rate(Counts counts);

    /** Of what ended with a due moment, on time or too late; a late stop or withdrawal never improves it. */
    private static Rate judged(Counts counts) {
        long onTime = counts.early() + counts.onTime();
        return new Rate(onTime, onTime + counts.overdue() + counts.stoppedOverdue() + counts.withdrawnOverdue());
    }
}
