package org.crossaisle.model.factor;

/** The loss that a factorisation minimises. */
public enum FactorLoss {
    /**
     * The pairwise loss of a positive and a negative item: -ln sigma(x<sub>i</sub> - x<sub>j</sub>).
     *
     * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, BPR: Bayesian personalized ranking from implicit
     * feedback, UAI 2009, section 4.
     */
    BPR {
        @Override
        Epoch epoch(Steps steps, float regularisation, int negatives) {
            return new PairwiseEpoch(steps, regularisation);
        }

        @Override
        FoldIn.Slope slope() {
            return FoldIn::pairwise;
        }
    },
    /**
     * The softmax loss of a positive among all items: -ln(e<sup>x<sub>i</sub></sup> / sum<sub>j</sub>
     * e<sup>x<sub>j</sub></sup>), with the sum estimated from uniformly drawn items, or exact when there are no more
     * items than are drawn.
     *
     * <p>Source: Bengio and Senécal, Quick training of probabilistic neural nets by importance sampling, AISTATS 2003,
     * with a uniform proposal.
     */
    SOFTMAX {
        @Override
        Epoch epoch(Steps steps, float regularisation, int negatives) {
            return new SoftmaxEpoch(steps, regularisation, negatives);
        }

        @Override
        FoldIn.Slope slope() {
            return FoldIn::softmax;
        }
    };

    /** One pass over the positives. */
    abstract Epoch epoch(Steps steps, float regularisation, int negatives);

    /** The derivative of the loss with respect to the scores of a history and of the reference items. */
    abstract FoldIn.Slope slope();
}
