package org.crossaisle.affinity;

import java.util.Optional;
import org.crossaisle.catalog.CategoryPath;

/**
 * How customers go from one category to another. {@link CategoryGraph} says how each figure comes about.
 *
 * @param from where they were first
 * @param to where they went on to
 * @param customers how many did
 * @param rate which part of those who came to {@code from} before {@code to} went on, smoothed, in (0, 1]
 * @param lift how many times as many did as would if the categories had nothing to do with each other, smoothed
 * @param lag after how many days; empty where nobody went on or times are not known
 * @param direction in which order customers with both came to them
 * @param bought how often both were bought on one day, against chance
 * @param viewed how often both were looked at on one day, against chance
 * @param relation what the two seem to be to each other
 */
public record Affinity(
        CategoryPath from,
        CategoryPath to,
        int customers,
        double rate,
        Interval lift,
        Optional<Lag> lag,
        Direction direction,
        CoOccurrence bought,
        CoOccurrence viewed,
        Relation relation) {}
