package org.crossaisle.neural.train;

import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.loss.Precision;

/**
 * What may be added to the plain training, each measured in docs/results.md.
 *
 * @param decay how the learning rate falls after the warm-up
 * @param clip the greatest length of the gradient of all parameters together; longer ones are shortened to it; 0: none are
 * @param accumulate so many batches make one step of the optimiser
 * @param precision of the products with all items
 * @param augmentation how pieces of histories are varied
 * @param categories what is to be foreseen beside the items
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

    /** The same with the categories that come next as a second task. */
    public Techniques with(Categories other) {
        return new Techniques(decay, clip, accumulate, precision, augmentation, other);
    }

    /**
     * The category of the next item as a second task of the encoder.
     *
     * @param level of the categories, 0 being the department; the deepest there is where the catalog is flatter
     * @param weight of its cross-entropy beside the loss of the items; 0: there is no such task
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

        /** True when there is no such task. */
        public boolean isNone() {
            return weight == 0;
        }
    }

    /** How the learning rate falls after the warm-up. */
    public enum Decay {
        /** It stays. */
        CONSTANT,
        /** Evenly to 0 at the end of the last epoch. */
        LINEAR,
        /** Along half a wave of the cosine to 0 at the end of the last epoch: Loshchilov and Hutter, SGDR, ICLR 2017, eq. 5. */
        COSINE;

        /** What is left of the learning rate when a share of all steps, in [0, 1], is behind us. */
        double left(double share) {
            return switch (this) {
                case CONSTANT -> 1;
                case LINEAR -> 1 - share;
                case COSINE -> (1 + Math.cos(Math.PI * share)) / 2;
            };
        }
    }

    /**
     * How pieces are varied each time they are seen.
     *
     * @param crop how often a piece is cut to a part of it, in [0, 1)
     * @param mask how often an item that is seen is replaced by one nothing is known of, in [0, 1)
     * @param reorder how often a stretch of a piece is put into another order, in [0, 1)
     * @param substitute how often an item that is seen is replaced by another of its category, in [0, 1)
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
