package org.crossaisle.neural.predict;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The function that turns a score into the predicted interest. */
public enum Activation {
    /** The score itself: any number. */
    IDENTITY,
    /** A probability in (0, 1). */
    SIGMOID,
    /** At least 0. */
    RELU;

    /** The interests for some scores. */
    public Tensor apply(Tensor scores) {
        return switch (this) {
            case IDENTITY -> scores;
            case SIGMOID -> torch.sigmoid(scores);
            case RELU -> torch.relu(scores);
        };
    }

    /** The interest for one score. */
    public float apply(float score) {
        return switch (this) {
            case IDENTITY -> score;
            case SIGMOID -> (float) (1 / (1 + Math.exp(-score)));
            case RELU -> Math.max(0, score);
        };
    }
}
