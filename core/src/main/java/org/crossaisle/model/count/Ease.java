package org.crossaisle.model.count;

import java.util.Arrays;
import java.util.ServiceLoader;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.SymmetricInverse;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * A linear model without hidden layer: with X the 0/1 matrix of users and items, P = (X<sup>T</sup> X + lambda I)<sup>-1</sup>
 * and B = I - P diag(P)<sup>-1</sup>, items are scored by h B, where h weights the history by recency<sup>age</sup>.
 *
 * <p>Source: Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019, equation 8. Only items with an
 * interaction take part; others score as if nothing were linked with them. The inverse is left to a library.
 *
 * @param lambda how strongly weights are held down, above 0
 * @param recency what an interaction still speaks after one more came, in (0, 1]
 * @param maximumItems more items than this are refused before any memory is taken: needed are 4 n<sup>2</sup> bytes and as
 *     much again while solving
 */
public record Ease(double lambda, double recency, int maximumItems) implements Trainer {
    /** Lambda and recency as published for data of this kind; the bound is where 16 GB of memory end. */
    public Ease() {
        this(150, 0.7, 25_000);
    }

    public Ease {
        Check.within("lambda", lambda, Double.MIN_NORMAL, Double.MAX_VALUE);
        Check.share("recency", recency);
        Check.atLeast("maximumItems", maximumItems, 1);
    }

    @Override
    public String name() {
        return "ease";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Sequences sequences = new Sequences(data);
        int[] interactions = sequences.interactions();
        int[] known = known(interactions);
        requireMemory(known.length);
        SymmetricInverse library = ServiceLoader.load(SymmetricInverse.class)
                .findFirst()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.UNSUPPORTED,
                        "ease needs a library for dense matrices; put the module crossaisle-neural on the class path"));
        try (Progress.Task task = run.progress().start("Solving EASE for " + known.length + " items", -1, "steps")) {
            float[][] matrix = gram(sequences, known);
            task.reached(1);
            library.invert(matrix);
            task.reached(2);
            for (int column = 0; column < known.length; column++) {
                float own = matrix[column][column];
                for (int row = 0; row < known.length; row++) {
                    if (row != column) {
                        matrix[row][column] /= -own;
                    }
                }
            }
            for (int item = 0; item < known.length; item++) {
                matrix[item][item] = 0;
            }
            return new EaseModel(known, matrix, interactions, recency);
        }
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return EaseModel.load(state, recency, catalog.size());
    }

    /** X<sup>T</sup> X + lambda I over the known items: [known, known]. */
    private float[][] gram(Sequences sequences, int[] known) {
        int[] numbers = new int[sequences.size()];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < known.length; number++) {
            numbers[known[number]] = number;
        }
        int[] users = sequences.usersOfEach();
        float[][] gram = new float[known.length][known.length];
        LinkRow row = new LinkRow(sequences.size());
        for (int number = 0; number < known.length; number++) {
            row.clear();
            sequences.addTogether(known[number], row);
            for (int at = 0; at < row.size(); at++) {
                int other = row.item(at);
                gram[number][numbers[other]] = (float) row.weight(other);
            }
            gram[number][number] = (float) (users[known[number]] + lambda);
        }
        return gram;
    }

    private static int[] known(int[] interactions) {
        int[] known = new int[interactions.length];
        int count = 0;
        for (int item = 0; item < interactions.length; item++) {
            if (interactions[item] > 0) {
                known[count++] = item;
            }
        }
        return Arrays.copyOf(known, count);
    }

    private void requireMemory(int items) {
        if (items > maximumItems) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "ease needs a matrix of " + items + " x " + items + " items; maximumItems is " + maximumItems
                            + ". Leave ease out, or raise it where " + megabytes(items) + " MB twice over are free");
        }
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (megabytes(items) > free >> 20) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "ease needs " + megabytes(items) + " MB of heap for " + items + " items, " + (free >> 20)
                            + " MB are free; leave ease out or give more with -Xmx");
        }
    }

    private static long megabytes(long items) {
        return (Float.BYTES * items * items) >> 20;
    }
}
