package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;

/** The three matrix products of a loss over all items, in one precision. For one thread. */
interface Products {
    /**
     * The scores of all items for some users.
     *
     * @param users [rows, d]
     * @param scores where they go: [items, rows]
     */
    void scores(Tensor users, Tensor scores);

    /**
     * What some rows give to the gradients.
     *
     * @param byScores gradient by the scores: [items, rows]
     * @param users [rows, d]
     * @param byUsers where byScores' items goes: [rows, d]
     * @param byItems what byScores users is added to: [items, d]
     */
    void add(Tensor byScores, Tensor users, Tensor byUsers, Tensor byItems);
}
