package org.crossaisle.affinity;

import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryPath;

/**
 * A category with statistics of its customers.
 *
 * @param category the number of the category
 * @param path from the department down
 * @param customers the number with an event in it; may be 0
 * @param events the number of its events
 * @param breadth how many times as many other categories its customers go on to as other customers do, over all
 *     categories together. A lift of a move from it is remarkable only as far as it is above this. 1 if there is nobody
 *     to compare with
 * @param seasonality by month; empty if the times cover less than a year or no event of the category has a time
 */
@PublicApi
public record CategoryNode(
        int category,
        CategoryPath path,
        int customers,
        long events,
        double breadth,
        Optional<Seasonality> seasonality) {}
