package org.crossaisle.server.items;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.retrieve.Candidate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON form of a list of similar items. */
record SimilarList(
        List<Place> items,

        @Schema(
                description =
                        "What the scores are: the cosine of item vectors, or the model's scores for a history of this item"
                                + " alone.",
                enumeration = {"cosine", "modelScore"})
        String measure) {
    /** A place of the list. */
    @Schema(name = "SimilarPlace")
    record Place(int rank, @JsonUnwrapped ItemSummary summary, float score) {}

    static SimilarList of(Catalog catalog, List<Candidate> items, String measure) {
        List<Place> places = IntStream.range(0, items.size())
                .mapToObj(at -> new Place(
                        at + 1,
                        ItemSummary.of(catalog.item(items.get(at).item())),
                        items.get(at).score()))
                .toList();
        return new SimilarList(places, measure);
    }
}
