package org.crossaisle.neural.train;

import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.loss.Precision;

/**
 * Optional additions to the plain training, each measured in docs/results.md.
 *
 * @param decay how the learning rate falls after the warm-up
 * @param clip maximum length of the gradient of all parameters together; longer ones are shortened to it; 0: no
 *     clipping
 * @param accumulate number of batches per step of the optimiser
 * @param precision precision of the products with all items
 * @param augmentation how training sequences are varied
 * @param categories prediction of the next category as an auxiliary task
 */
public record Techniques(
        @Help("How the learning rate falls after the warm-up.")
        Decay decay,

        @Help("Greatest norm of the gradient, at least 0; 0: not clipped.")
        double clip,

        @Help("Batches in a step of the optimiser, at least 1.")
        int accumulate,

        @Help("Precision of the products with all items.") Precision precision,
        Augmentation augmentation,
        Categories categories) {
    public static final Techniques NONE =
            new Techniques(Decay.CONSTANT, 0, 1, Precision.FLOAT32, Augmentation.NONE, Categories.NONE);

    public Techniques {
        Bounds.atLeast("accumulate", accumulate, 1);
        Bounds.notNegative("clip", clip);
    }

    /** The same with prediction of the next category as an auxiliary task. */
    public Techniques with(Categories other) {
        return new Techniques(decay, clip, accumulate, precision, augmentation, other);
    }

    /**
     * Prediction of the next item's category as an auxiliary task of the encoder.
     *
     * @param level level of the categories, 0 for the department; the deepest level if the catalog has fewer
     * @param weight weight of its cross-entropy relative to the loss of the items; 0: no such task
     */
    public record Categories(
            @Help("Level of the categories that are predicted as well, at least 0; 0 is the department.")
            int level,

            @Help("Weight of that task, at least 0; 0: there is none.")
            double weight) {
        public static final Categories NONE = new Categories(2, 0);

        public Categories {
            Bounds.atLeast("categories.level", level, 0);
            Bounds.notNegative("categories.weight", weight);
        }

        /** Whether there is no such task. */
        public boolean isNone() {
            return weight == 0;
        }
    }

    /** How the learning rate falls after the warm-up. */
    public enum Decay {
        /** It does not fall. */
        CONSTANT,
        /** Linearly to 0 at the end of the last epoch. */
        LINEAR,
        /**
         * Along half a cosine to 0 at the end of the last epoch: Loshchilov and Hutter, SGDR, ICLR 2017, equation 5.
         */
        COSINE;

        /** The factor of the learning rate after a share, in [0, 1], of all steps. */
        double left(double share) {
            return switch (this) {
                case CONSTANT -> 1;
                case LINEAR -> 1 - share;
                case COSINE -> (1 + Math.cos(Math.PI * share)) / 2;
            };
        }
    }

    /**
     * How training sequences are varied each time they are used.
     *
     * @param crop probability of cropping a sequence, in [0, 1)
     * @param mask probability of replacing an input by an unknown item, in [0, 1)
     * @param reorder probability of shuffling a stretch of a sequence, in [0, 1)
     * @param substitute probability of replacing an input by another item of its category, in [0, 1)
     */
    public record Augmentation(
            @Help("How often a history is cut to a part of it, in [0, 1).")
            double crop,

            @Help("How often an item is hidden, in [0, 1).") double mask,

            @Help("How often a stretch is put into another order, in [0, 1).")
            double reorder,

            @Help("How often an item is replaced by another of its category, in [0, 1).")
            double substitute) {
        public static final Augmentation NONE = new Augmentation(0, 0, 0, 0);

        public Augmentation {
            Bounds.shareBelowOne("crop", crop);
            Bounds.shareBelowOne("mask", mask);
            Bounds.shareBelowOne("reorder", reorder);
            Bounds.shareBelowOne("substitute", substitute);
        }
    }
}
