package vn.motcua.dev.people;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things that are drawn as often as their weights say. */
public final class Weighted<T> {

    private final List<T> things;
    private final double[] upTo;

    /** At least one thing. */
    public Weighted(List<T> things, ToDoubleFunction<T> weight) {
        this.things = List.copyOf(things);
        this.upTo = new double[things.size()];
        double sum = 0;
        for (int at = 0; at < upTo.length; at++) {
            sum += weight.applyAsDouble(things.get(at));
            upTo[at] = sum;
        }
    }

    public int size() {
        return things.size();
    }

    public T get(int place) {
        return things.get(place);
    }

    /** The place of the thing that is drawn. */
    public int drawn(Chance chance) {
        double ticket = chance.share() * upTo[upTo.length - 1];
        int at = 0;
        while (upTo[at] <= ticket) {
            at++;
        }
        return at;
    }
}
