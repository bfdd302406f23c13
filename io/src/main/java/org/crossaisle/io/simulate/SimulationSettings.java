package org.crossaisle.io.simulate;

import org.crossaisle.Bounds;

/**
 * Settings of a simulated shop.
 *
 * @param users how many customers, at least 1
 * @param items how many items, at least 100, so that every category has some
 * @param events how many events, at least as many as users
 * @param seed random seed: the same settings and seed write the same files
 * @param language of titles
 * @param gzip whether the files are compressed
 */
public record SimulationSettings(int users, int items, long events, long seed, Language language, boolean gzip) {
    /** The language of titles. */
    public enum Language {
        ENGLISH,
        CHINESE,
        /** About one title in three is Chinese. */
        MIXED
    }

    public SimulationSettings {
        Bounds.atLeast("users", users, 1);
        Bounds.atLeast("items", items, 100);
        Bounds.atLeast("events", events, users);
    }
}
