package org.crossaisle.neural.rank;

import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;

/** Tells of each candidate of some lists how likely it is the next. */
public interface Ranker {
    /**
     * The logits of the candidates: [lists, candidates].
     *
     * @param histories the vectors of the latest items, in any order where there are fewer: [lists, length, d]
     * @param candidates the vectors of the candidates: [lists, candidates, d]
     * @param lists what else is known of them
     */
    Tensor logits(Tensor histories, Tensor candidates, CandidateLists lists, Dropout dropout);
}
