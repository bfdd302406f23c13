package org.crossaisle.affinity;

import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryPath;

/**
 * Statistics of the moves of customers from one category to another. {@link CategoryGraph} defines each of them.
 *
 * @param from the category they came to first
 * @param to the category they went on to
 * @param customers the number who went on
 * @param rate the share of the customers of {@code from} who went on, smoothed, in (0, 1]
 * @param lift the number who went on, divided by the number expected if the categories were independent, smoothed
 * @param lag the days in between; empty if nobody went on or times are unknown
 * @param direction the order in which customers of both came to them
 * @param bought how often both were bought on the same day, compared with chance
 * @param viewed how often both were viewed on the same day, compared with chance
 * @param relation the apparent relation of the two
 */
@PublicApi
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
