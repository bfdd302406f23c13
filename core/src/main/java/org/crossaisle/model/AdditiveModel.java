package org.crossaisle.model;

/**
 * A model whose score of an item is a sum over the history: what each interaction speaks for the item, weighted by its age.
 * So a recommendation can be told apart into its reasons exactly.
 */
public interface AdditiveModel extends Model {
    /** What an interaction with {@code from} speaks for {@code to} while nothing came after it; 0 where nothing links them. */
    float weight(int from, int to);

    /** How many users the link from one item to the other was counted on; 0 where there is none. */
    int users(int from, int to);

    /** What is left of a weight when {@code age} later interactions lie in between: 1 at age 0. */
    float recency(int age);
}
