package org.crossaisle.recommend;

/**
 * One place of a list.
 *
 * @param rank from 1
 * @param item the item number
 * @param score the model's score, or where the list is one of popular items, how many interactions the item has
 * @param isNewCategory true when the item's categories at the level asked for are all new to the user; false for an empty
 *     history, which nothing can be new to
 */
public record Recommendation(int rank, int item, float score, boolean isNewCategory) {}
