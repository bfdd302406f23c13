package org.crossaisle.neural.rank;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;

/** A network that scores each candidate of a list by how likely it is to be the next item. */
public interface Ranker {
    /**
     * The logits of the candidates: [lists, candidates].
     *
     * @param histories vectors of the most recent items, arbitrary beyond the history: [lists, length, d]
     * @param candidates the vectors of the candidates: [lists, candidates, d]
     * @param lists the other features of the lists
     */
    Tensor logits(Tensor histories, Tensor candidates, CandidateLists lists, Dropout dropout);
}
