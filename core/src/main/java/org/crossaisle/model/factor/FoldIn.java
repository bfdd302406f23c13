package org.crossaisle.model.factor;

import java.util.Arrays;
import java.util.BitSet;
import org.crossaisle.history.History;

/**
 * Computes the vector of any history: the vector that minimises the loss with fixed item vectors.
 *
 * <p>Source: Rendle and Schmidt-Thieme, Online-updating regularized kernel matrix factorization models for large-scale
 * recommender systems, RecSys 2008, section 4 (a new user's vector is learnt by training steps with everything else
 * fixed).
 *
 * <p>Threads may share it.
 */
final class FoldIn {
    /*
     * u minimises sum_i w_i loss_i(u) / sum_i w_i + decay / 2 |u - a|^2 over the latest interactions i, where w_i is
     * recency^age and a is the average user. Gradient descent starts at a and takes a fixed number of steps: a step
     * that lowers the objective is accepted and the next is longer; one that would raise it is rejected and the next is
     * shorter. Where training draws negatives, the fold-in uses all items of one reference set drawn with the model,
     * except those of the history, so that the same history gives the same vector.
     */
    private static final int LATEST = 20; // the maximum number of interactions read
    private static final float LONGER = 1.5f;
    private static final float SHORTER = 0.4f;

    private final Factors factors; // its users are not read
    private final Settings settings;
    private final float[] average; // [dimension]
    private final int[] reference; // known items
    private final int known; // how many known items there are

    /** The settings of the fold-in. */
    record Settings(FactorLoss loss, double regularisation, int steps, double rate, double recency) {}

    FoldIn(Factors factors, Settings settings, float[] average, int[] reference, int known) {
        this.factors = factors;
        this.settings = settings;
        this.average = average;
        this.reference = reference;
        this.known = known;
    }

    /** The derivatives of the weighted loss with respect to the scores. */
    @FunctionalInterface
    interface Slope {
        /**
         * Computes the loss.
         *
         * @param history scores of the history in, derivatives out: [history]
         * @param weights of the history, of sum 1: [history]
         * @param others scores of the reference items in, derivatives out: [others]
         * @param unknown how many items the reference items represent
         */
        double of(float[] history, float[] weights, float[] others, int unknown);
    }

    /** Writes the vector: [dimension]. */
    void encode(History history, float[] vector) {
        System.arraycopy(average, 0, vector, 0, average.length);
        int[] all = Positives.interests(history, factors.items.length);
        if (all.length == 0) {
            return;
        }
        int[] latest = Arrays.copyOfRange(all, Math.max(0, all.length - LATEST), all.length);
        BitSet own = new BitSet();
        for (int item : all) {
            own.set(item);
        }
        int[] others = Arrays.stream(reference).filter(item -> !own.get(item)).toArray();
        Objective objective = new Objective(
                latest, weights(latest.length), others, Math.max(others.length, known - own.cardinality()));
        float[] change = new float[vector.length];
        float[] trial = new float[vector.length];
        float[] trialChange = new float[vector.length];
        double value = objective.of(vector, change);
        float rate = (float) settings.rate;
        for (int step = 0; step < settings.steps; step++) {
            System.arraycopy(vector, 0, trial, 0, trial.length);
            Factors.add(trial, -rate, change);
            double reached = objective.of(trial, trialChange);
            if (reached <= value) {
                value = reached;
                System.arraycopy(trial, 0, vector, 0, trial.length);
                System.arraycopy(trialChange, 0, change, 0, trial.length);
                rate *= LONGER;
            } else {
                rate *= SHORTER;
            }
        }
    }

    /** The objective to minimise for one history. For one thread. */
    private final class Objective {
        private final int[] latest;
        private final float[] weights; // [latest]
        private final int[] others;
        private final int unknown;
        private final float[] positive; // [latest], scores, then derivatives
        private final float[] negative; // [others], the same

        Objective(int[] latest, float[] weights, int[] others, int unknown) {
            this.latest = latest;
            this.weights = weights;
            this.others = others;
            this.unknown = unknown;
            positive = new float[latest.length];
            negative = new float[others.length];
        }

        /** Writes the derivative with respect to the vector and returns the value. */
        double of(float[] vector, float[] change) {
            for (int at = 0; at < latest.length; at++) {
                positive[at] = factors.score(vector, latest[at]);
            }
            for (int at = 0; at < others.length; at++) {
                negative[at] = factors.score(vector, others[at]);
            }
            double value = settings.loss.slope().of(positive, weights, negative, unknown);
            for (int d = 0; d < change.length; d++) {
                float difference = vector[d] - average[d];
                change[d] = (float) settings.regularisation * difference;
                value += settings.regularisation / 2 * difference * difference;
            }
            for (int at = 0; at < latest.length; at++) {
                Factors.add(change, positive[at], factors.items[latest[at]]);
            }
            for (int at = 0; at < others.length; at++) {
                Factors.add(change, negative[at], factors.items[others[at]]);
            }
            return value;
        }
    }

    /** recency to the power of the age, normalised to sum 1. */
    private float[] weights(int size) {
        float[] weights = new float[size];
        double sum = 0;
        double weight = 1;
        for (int at = size - 1; at >= 0; at--) {
            weights[at] = (float) weight;
            sum += weight;
            weight *= settings.recency;
        }
        for (int at = 0; at < size; at++) {
            weights[at] /= (float) sum;
        }
        return weights;
    }

    /** {@link FactorLoss#BPR}: the mean over the reference items. */
    static double pairwise(float[] history, float[] weights, float[] others, int unknown) {
        double loss = 0;
        float[] down = new float[others.length];
        for (int i = 0; i < history.length; i++) {
            float share = weights[i] / others.length;
            double up = 0;
            for (int j = 0; j < others.length; j++) {
                float difference = history[i] - others[j];
                float wrong = share / (1 + (float) Math.exp(difference));
                up += wrong;
                down[j] += wrong;
                loss += share * softplus(-difference);
            }
            history[i] = (float) -up;
        }
        System.arraycopy(down, 0, others, 0, others.length);
        return loss;
    }

    /** {@link FactorLoss#SOFTMAX}: the reference items represent all items that are not in the history. */
    static double softmax(float[] history, float[] weights, float[] others, int unknown) {
        double sum = 0;
        for (int j = 0; j < others.length; j++) {
            others[j] = (float) Math.exp(others[j]);
            sum += others[j];
        }
        double scale = others.length == 0 ? 0 : (double) unknown / others.length;
        double rest = scale * sum;
        double push = 0;
        double loss = 0;
        for (int i = 0; i < history.length; i++) {
            double own = Math.exp(history[i]);
            history[i] = (float) (-weights[i] * rest / (own + rest));
            push += weights[i] / (own + rest);
            loss += weights[i] * Math.log((own + rest) / own);
        }
        for (int j = 0; j < others.length; j++) {
            others[j] *= (float) (scale * push);
        }
        return loss;
    }

    /** ln(1 + e<sup>x</sup>), without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
