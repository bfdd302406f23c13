package org.crossaisle.model.factor;

/** What a factorisation is fitted by. */
public enum FactorLoss {
    /**
     * Of an item the user had to do with and one they had not, the first is to have the greater score: -ln
     * sigma(x<sub>i</sub> - x<sub>j</sub>).
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
     * The item is to be the likely one among all: -ln(e<sup>x<sub>i</sub></sup> / sum<sub>j</sub>
     * e<sup>x<sub>j</sub></sup>), the sum estimated from items drawn evenly, or taken whole where there are not more
     * items than are drawn.
     *
     * <p>Source: Bengio and Senécal, Quick training of probabilistic neural nets by importance sampling, AISTATS 2003,
     * with an even proposal.
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

    /** The derivative of the loss by the scores of a history and of the reference items. */
    abstract FoldIn.Slope slope();
}
