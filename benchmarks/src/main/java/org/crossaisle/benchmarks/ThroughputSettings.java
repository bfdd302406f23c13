package org.crossaisle.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Bounds;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.io.shop.Shop;

/**
 * Settings of {@link TrainerThroughput}.
 *
 * @param shop a shop directory, whose part to fit on under leave-one-out is taken; empty: a {@link BeautyLikeShop}
 * @param seed of the trainings and of the made-up shop
 * @param steps of a turn
 * @param rounds how many turns each has after the warm-up
 * @param families whose encoders are measured
 * @param alone whose peak memory is measured in this process, instead of all else
 */
record ThroughputSettings(
        Optional<Path> shop,
        long seed,
        int steps,
        int rounds,
        List<EncoderFamily> families,
        Optional<Contestant> alone) {
    static final String USAGE =
            "[--shop DIRECTORY] [--seed N] [--steps N] [--rounds N] [--family GRU,LSTM,TRANSFORMER]";

    ThroughputSettings {
        families = List.copyOf(families);
        Bounds.atLeast("steps", steps, 1);
        Bounds.atLeast("rounds", rounds, 1);
    }

    static ThroughputSettings parse(String... arguments) {
        ThroughputSettings settings =
                new ThroughputSettings(Optional.empty(), 1, 20, 5, List.of(EncoderFamily.values()), Optional.empty());
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " has no value; usage: " + USAGE);
            }
            settings = settings.with(arguments[at], arguments[at + 1]);
        }
        return settings;
    }

    private ThroughputSettings with(String option, String value) {
        return switch (option) {
            case "--shop" -> new ThroughputSettings(Optional.of(Path.of(value)), seed, steps, rounds, families, alone);
            case "--seed" -> new ThroughputSettings(shop, Long.parseLong(value), steps, rounds, families, alone);
            case "--steps" -> new ThroughputSettings(shop, seed, Integer.parseInt(value), rounds, families, alone);
            case "--rounds" -> new ThroughputSettings(shop, seed, steps, Integer.parseInt(value), families, alone);
            case "--family" ->
                new ThroughputSettings(
                        shop,
                        seed,
                        steps,
                        rounds,
                        Stream.of(value.split(",")).map(EncoderFamily::valueOf).toList(),
                        alone);
            case "--alone" ->
                new ThroughputSettings(shop, seed, steps, rounds, families, Optional.of(Contestant.valueOf(value)));
            default -> throw new IllegalArgumentException(option + " is no option; usage: " + USAGE);
        };
    }

    /** The data to train on. */
    Dataset data() {
        return shop.map(directory ->
                        new LeaveOneOut().of(Shop.open(directory, "").dataset()).fit())
                .orElseGet(() -> BeautyLikeShop.of(seed));
    }
}
