package org.crossaisle.neural.layer;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.tensor.Torch;
import org.crossaisle.neural.tensor.Values;

/**
 * Inverted dropout: sets a random share of the values to 0 and scales up the rest, so that the expectation is
 * unchanged.
 *
 * <p>Each value is decided by one random byte, so rates are rounded to 1/256; the values kept are scaled by exactly the
 * inverse of the share that is kept. Which values are dropped depends on the seed, the epoch, the step and the number
 * of the call within the step, so a training that was interrupted resumes with the same draws.
 *
 * <p>Not thread-safe.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, Dropout, JMLR 15, 2014.
 */
public final class Dropout {
    /** Changes nothing; for inference. */
    public static final Dropout NONE = new Dropout(0, false);

    static {
        Torch.start();
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int VALUES_OF_A_BYTE = 256;

    private final long seed;
    private final boolean active;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private long key;
    private int call;

    private Dropout(long seed, boolean active) {
        this.seed = seed;
        this.active = active;
    }

    /** Dropout with draws from the given seed. */
    public static Dropout withSeed(long seed) {
        return new Dropout(seed, true);
    }

    /** Starts a training step. */
    public void begin(int epoch, int step) {
        key = mix(mix(mix(seed) + epoch) + step);
        call = 0;
    }

    /** False for {@link #NONE}. */
    public boolean isActive() {
        return active;
    }

    /**
     * The values after dropout: some are 0, the others are scaled up.
     *
     * @param rate the share to drop, in [0, 1)
     */
    public Tensor apply(Tensor x, double rate) {
        int threshold = threshold(rate);
        if (!active || threshold == 0) {
            return x;
        }
        double scale = VALUES_OF_A_BYTE / (double) (VALUES_OF_A_BYTE - threshold);
        return x.mul(kept(rate, x.shape()).to(x.scalar_type()).mul_(new Scalar(scale)));
    }

    /**
     * A random boolean mask, true for the values to keep.
     *
     * @param rate the share that is false
     */
    public Tensor kept(double rate, long... shape) {
        long count = 1;
        for (long axis : shape) {
            count *= axis;
        }
        return bytes(count, shape).ge(new Scalar(threshold(rate)));
    }

    /** Uniform random numbers in [0, 1), in steps of 1/256. */
    public Tensor uniform(long... shape) {
        long count = 1;
        for (long axis : shape) {
            count *= axis;
        }
        return bytes(count, shape).to(ScalarType.Float).div_(new Scalar(VALUES_OF_A_BYTE));
    }

    private static int threshold(double rate) {
        return (int) Math.round(rate * VALUES_OF_A_BYTE);
    }

    /** Random bytes, the same for the same seed, epoch, step and call. They are valid until the next call. */
    private Tensor bytes(long count, long... shape) {
        int words = Math.toIntExact((count + Long.BYTES - 1) / Long.BYTES);
        if (buffer.capacity() < words * Long.BYTES) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(words, 2 * Long.BYTES));
        }
        LongBuffer longs = buffer.asLongBuffer();
        long state = mix(key + call++);
        for (int word = 0; word < words; word++) {
            state += GOLDEN;
            longs.put(word, mix(state));
        }
        return Values.of(new BytePointer(buffer), shape);
    }

    /**
     * The finaliser of SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
     */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
