package org.crossaisle.recommend;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.retrieve.Candidate;

/**
 * One place of a list.
 *
 * @param rank from 1
 * @param item the item number
 * @param itemId the shop's id of the item
 * @param score the model's score, or in a list of popular items the number of interactions of the item
 * @param isNewCategory true when the item's categories at the requested level are all new to the user; false for an
 *     empty history
 */
@PublicApi
public record Recommendation(int rank, int item, String itemId, float score, boolean isNewCategory) {
    /** The places of a list, from rank 1 on. */
    static List<Recommendation> places(List<Candidate> list, IntPredicate isNew, Catalog catalog) {
        return IntStream.range(0, list.size())
                .mapToObj(at -> new Recommendation(
                        at + 1,
                        list.get(at).item(),
                        catalog.item(list.get(at).item()).id(),
                        list.get(at).score(),
                        isNew.test(list.get(at).item())))
                .toList();
    }
}
