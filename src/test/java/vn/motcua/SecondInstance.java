package vn.motcua;

import java.util.List;

/** Another instance on the database of all tests, from the first test that asks for it to the end of the run. */
public final class SecondInstance {

    private SecondInstance() {}

    /** Beside those of {@link MotcuaIT}. */
    public static Api api() {
        return RealTime.API;
    }

    /** Beside those of {@link MovableClockIT}. */
    public static Api apiAtTheMovedMoment() {
        return MovedTime.API;
    }

    private static final class RealTime {
        static final Api API = new Api(RunningMotcua.on(
                        TestDatabase.shared(),
                        TestDatabase.NO_SWEEP,
                        TestDatabase.NO_WARNINGS,
                        TestDatabase.NO_RECOMPUTATION)
                .port());
    }

    private static final class MovedTime {
        static final Api API = new Api(RunningMotcua.on(
                        TestDatabase.shared(),
                        List.of(MovableClock.Config.class),
                        TestDatabase.NO_SWEEP,
                        TestDatabase.NO_WARNINGS,
                        TestDatabase.NO_RECOMPUTATION)
                .port());
    }
}
