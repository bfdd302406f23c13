package org.crossaisle.retrieve;

import org.crossaisle.PublicApi;

/**
 * An item a retriever proposes, with the model's score. Its natural order is best first: greater scores before smaller
 * ones, and among equal scores the lower item number.
 *
 * @param item the item number
 * @param score the model's score, not NaN
 */
@PublicApi
public record Candidate(int item, float score) implements Comparable<Candidate> {
    public Candidate {
        if (Float.isNaN(score)) {
            throw new IllegalArgumentException("the score of item " + item + " is not a number");
        }
    }

    @Override
    public int compareTo(Candidate other) {
        int order = Float.compare(other.score, score);
        return order != 0 ? order : Integer.compare(item, other.item);
    }
}
