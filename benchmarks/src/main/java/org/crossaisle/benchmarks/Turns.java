package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.Progress;

/**
 * Alternates between a packed and a padded training every few steps and times the turns, so that other load on the
 * machine affects both alike. It is called for each step of the packed training, and runs the padded one's turn from
 * there.
 *
 * <p>The first turn of each is the warm-up and not counted. For one thread.
 */
final class Turns implements Progress, Progress.Task {
    /** Ends the packed training when all rounds are done. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Over() {
            super("all rounds are done", null, false, false);
        }
    }

    /** Sequences per second of the two in one round. */
    record Round(double packed, double padded) {
        double ratio() {
            return packed / padded;
        }
    }

    private final PaddedTraining padded;
    private final int steps;
    private final int rounds;
    private final List<Round> done = new ArrayList<>();
    private boolean warm;
    private long began;

    Turns(PaddedTraining padded, int steps, int rounds) {
        this.padded = padded;
        this.steps = steps;
        this.rounds = rounds;
    }

    /** Every round, in order. */
    List<Round> rounds() {
        return List.copyOf(done);
    }

    @Override
    public Task start(String name, long total, String unit) {
        return this;
    }

    @Override
    public void reached(long step) {
        if (step % steps != 0) {
            return;
        }
        double packedSeconds = (System.nanoTime() - began) / 1e9;
        long start = System.nanoTime();
        int sequences = 0;
        for (int at = 0; at < steps; at++) {
            sequences += padded.step(); // the packed one's steps had as many: theirs are the same numbers of an epoch
        }
        double paddedSeconds = (System.nanoTime() - start) / 1e9;
        if (warm) {
            done.add(new Round(sequences / packedSeconds, sequences / paddedSeconds));
        }
        warm = true;
        if (done.size() == rounds) {
            throw new Over();
        }
        began = System.nanoTime();
    }

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
}
