package vn.motcua.dev.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.dev.people.Chance;
import vn.motcua.dev.people.Weighted;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Variant;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/** What can be filed with whom and how: a few procedures are asked for most of the time. */
final class Offers {

    private static final double RANKS = 1.1;

    /** A procedure on a channel in one of its cases. */
    record Offer(ProcedureVersion procedure, Variant variant) {}

    private record Key(Level level, AgencyKind kind, Channel channel) {}

    private final Map<Key, Weighted<Offer>> offers = new HashMap<>();

    /** In an order of their own for each seed. */
    Offers(ProcedureCatalogue procedures, long seed) {
        Map<Key, List<Offer>> found = new HashMap<>();
        procedures
                .versions()
                .sorted(Comparator.comparingLong(version -> Chance.mixed(seed ^ version.id())))
                .forEach(version -> version.deciders().stream()
                        .filter(decider -> decider.agency().isEmpty())
                        .forEach(decider -> version.variants()
                                .forEach(variant -> found.computeIfAbsent(
                                                new Key(decider.level(), decider.kind(), variant.channel()),
                                                _ -> new ArrayList<>())
                                        .add(new Offer(version, variant)))));
        found.forEach((key, list) -> {
            AtomicInteger rank = new AtomicInteger();
            offers.put(key, new Weighted<>(list, _ -> Math.pow(rank.incrementAndGet(), -RANKS)));
        });
    }

    boolean hasAny(Level level, AgencyKind kind) {
        return offers.keySet().stream().anyMatch(key -> key.level() == level && key.kind() == kind);
    }

    boolean has(Level level, AgencyKind kind, Channel channel) {
        return offers.containsKey(new Key(level, kind, channel));
    }

    /** One that is in force on a day; empty when none is. */
    Optional<Offer> drawn(Site site, Channel channel, LocalDate day, Chance chance) {
        Weighted<Offer> ranked = offers.get(new Key(site.level(), site.kind(), channel));
        if (ranked == null) {
            return Optional.empty();
        }
        int drawn = ranked.drawn(chance);
        for (int tried = 0; tried < ranked.size(); tried++) {
            Offer offer = ranked.get((drawn + tried) % ranked.size());
            if (offer.procedure().isInForceOn(day)) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }
}
