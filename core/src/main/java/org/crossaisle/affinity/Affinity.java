package org.crossaisle.affinity;

import java.util.Optional;
import org.crossaisle.catalog.CategoryPath;

/**
 * Statistics of how customers go from one category to another. {@link CategoryGraph} defines each of them.
 *
 * @param from where they were first
 * @param to where they went on to
 * @param customers how many did
 * @param rate the share of those who came to {@code from} before {@code to} that went on, smoothed, in (0, 1]
 * @param lift the observed number divided by that expected if the categories were independent, smoothed
 * @param lag after how many days; empty where nobody went on or times are not known
 * @param direction in which order customers with both came to them
 * @param bought how often both were bought on one day, against chance
 * @param viewed how often both were looked at on one day, against chance
 * @param relation the apparent relation of the two
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
