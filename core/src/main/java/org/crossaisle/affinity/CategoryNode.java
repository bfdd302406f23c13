package org.crossaisle.affinity;

import java.util.Optional;
import org.crossaisle.catalog.CategoryPath;

/**
 * A category with statistics of its customers.
 *
 * @param category its number
 * @param path from the department down
 * @param customers how many have an event in it; may be 0
 * @param events how many events it has
 * @param breadth how many times as many other categories its customers go on to as others do, over all categories
 *     together. A lift of its own moves is worth remark as far as it is above this; 1 where nobody is to be compared
 * @param seasonality by month; empty where times cover less than a year or the category has no event with a time
 */
public record CategoryNode(
        int category,
        CategoryPath path,
        int customers,
        long events,
        double breadth,
        Optional<Seasonality> seasonality) {}
