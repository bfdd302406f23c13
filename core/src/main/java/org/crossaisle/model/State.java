package org.crossaisle.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;

/**
 * The state of a fitted model, apart from its settings: named arrays of numbers, written to and read from artifact
 * directories without knowing what they mean.
 *
 * <p>Arrays are not copied. For one thread.
 */
@PublicApi
public final class State {
    /** One array of the state with its shape. */
    public sealed interface Block {
        long[] shape();
    }

    /**
     * Single precision, row after row.
     *
     * @param shape axes, outermost first; their product is the number of values
     * @param rows the values in pieces of any length whose concatenation is the whole: one piece for most, one per row
     *     for matrices beyond the length of a Java array
     */
    @SuppressWarnings("ArrayRecordComponent") // a transfer object between model and file; blocks are never compared
    public record Floats(long[] shape, float[]... rows) implements Block {}

    /**
     * 32-bit integers.
     *
     * @param shape axes, outermost first
     * @param values all values in row-major order
     */
    @SuppressWarnings("ArrayRecordComponent") // a transfer object between model and file; blocks are never compared
    public record Ints(long[] shape, int... values) implements Block {}

    /**
     * 8-bit integers, with a sign.
     *
     * @param shape axes, outermost first
     * @param values all values in row-major order
     */
    @SuppressWarnings("ArrayRecordComponent") // a transfer object between model and file; blocks are never compared
    public record Bytes(long[] shape, byte... values) implements Block {}

    private final Map<String, Block> blocks = new LinkedHashMap<>();

    public State put(String name, Block block) {
        if (blocks.putIfAbsent(name, block) != null) {
            throw new IllegalArgumentException("the state has two blocks named " + name);
        }
        return this;
    }

    public State put(String name, float... values) {
        return put(name, new Floats(new long[] {values.length}, values));
    }

    public State put(String name, int... values) {
        return put(name, new Ints(new long[] {values.length}, values));
    }

    /** Adds every block of another state under {@code prefix} and a slash, as a composed model does with its parts. */
    public State putAll(String prefix, State part) {
        part.blocks.forEach((name, block) -> put(prefix + "/" + name, block));
        return this;
    }

    /** The state that was added under {@code prefix}. */
    public State part(String prefix) {
        State part = new State();
        blocks.forEach((name, block) -> {
            if (name.startsWith(prefix + "/")) {
                part.put(name.substring(prefix.length() + 1), block);
            }
        });
        return part;
    }

    public Map<String, Block> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    /** A block as one array, whatever its pieces; its length must fit a Java array. */
    public float[] floats(String name) {
        if (!(blocks.get(name) instanceof Floats floats)) {
            throw missing(name, "floats");
        }
        if (floats.rows().length == 1) {
            return floats.rows()[0];
        }
        int size = 0;
        for (float[] row : floats.rows()) {
            size = Math.addExact(size, row.length);
        }
        float[] all = new float[size];
        int at = 0;
        for (float[] row : floats.rows()) {
            System.arraycopy(row, 0, all, at, row.length);
            at += row.length;
        }
        return all;
    }

    /** A matrix as one array per row. */
    public float[][] rows(String name) {
        if (blocks.get(name) instanceof Floats floats && floats.shape().length == 2) {
            return floats.rows();
        }
        throw missing(name, "a matrix of floats");
    }

    public int[] ints(String name) {
        if (blocks.get(name) instanceof Ints ints) {
            return ints.values();
        }
        throw missing(name, "integers");
    }

    public byte[] bytes(String name) {
        if (blocks.get(name) instanceof Bytes bytes) {
            return bytes.values();
        }
        throw missing(name, "8-bit integers");
    }

    private RecsException missing(String name, String what) {
        return new RecsException(
                RecsException.Code.ARTIFACT_UNREADABLE,
                "the model's weights should hold " + what + " named " + name + "; they hold " + blocks.keySet());
    }
}
