package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random augmentation of training sequences. Cropping and reordering change both inputs and targets; masking and
 * substitution change only the inputs.
 *
 * <p>Sources: Xie et al., Contrastive Learning for Sequential Recommendation, ICDE 2022, section 3.3 (crop, mask,
 * reorder); Liu, Chen, Li, Yu, McAuley and Xiong, Contrastive Self-supervised Sequential Recommendation with Robust
 * Augmentation, arXiv 2108.06479, section 3.1 (substitution). Here they only add training data; the contrastive losses
 * are not used.
 *
 * <p>Immutable; threads may share it.
 */
final class Augmenter {
    /** Minimum share of a sequence that a crop keeps. */
    private static final double LEAST_KEPT = 0.6;

    /** Maximum share of a sequence that is reordered. */
    private static final double MOST_REORDERED = 0.4;

    private final Techniques.Augmentation settings;
    private final int nothing;
    private final int[][] alike; // [known][numbers of its category]

    /**
     * @param nothing the number of an unknown item
     * @param alike for each known number, the numbers that may replace it; may be empty
     */
    Augmenter(Techniques.Augmentation settings, int nothing, int[][] alike) {
        this.settings = settings;
        this.nothing = nothing;
        this.alike = alike;
    }

    TrainingSequence vary(TrainingSequence piece, SplittableRandom random) {
        TrainingSequence varied = piece;
        if (random.nextDouble() < settings.crop() && piece.size() > 1) {
            varied = crop(varied, random);
        }
        if (random.nextDouble() < settings.reorder() && varied.size() > 1) {
            varied = reorder(varied, random);
        }
        return settings.mask() > 0 || settings.substitute() > 0 ? replace(varied, random) : varied;
    }

    private static TrainingSequence crop(TrainingSequence piece, SplittableRandom random) {
        int least = (int) Math.ceil(LEAST_KEPT * piece.size());
        int kept = random.nextInt(least, piece.size() + 1);
        int from = random.nextInt(piece.size() - kept + 1);
        return new TrainingSequence(
                piece.seen().part(from, from + kept), Arrays.copyOfRange(piece.targets(), from, from + kept));
    }

    /**
     * Shuffles a stretch of the items, taken as one list from the first input to the last target. Times keep their
     * places.
     */
    private static TrainingSequence reorder(TrainingSequence piece, SplittableRandom random) {
        int size = piece.size();
        int[] items = Arrays.copyOf(piece.seen().items(), size + 1);
        items[size] = piece.targets()[size - 1];
        int most = Math.max(2, (int) (MOST_REORDERED * (size + 1)));
        int length = random.nextInt(2, most + 1);
        int from = random.nextInt(size + 1 - length + 1);
        for (int at = from + length - 1; at > from; at--) {
            int other = random.nextInt(from, at + 1);
            int item = items[at];
            items[at] = items[other];
            items[other] = item;
        }
        return new TrainingSequence(
                piece.seen().withItems(Arrays.copyOf(items, size)), Arrays.copyOfRange(items, 1, size + 1));
    }

    private TrainingSequence replace(TrainingSequence piece, SplittableRandom random) {
        int[] items = piece.seen().items();
        for (int place = 0; place < items.length; place++) {
            if (random.nextDouble() < settings.mask()) {
                items[place] = nothing;
            } else if (random.nextDouble() < settings.substitute() && alike[items[place]].length > 0) {
                items[place] = alike[items[place]][random.nextInt(alike[items[place]].length)];
            }
        }
        return new TrainingSequence(piece.seen().withItems(items), piece.targets());
    }
}
