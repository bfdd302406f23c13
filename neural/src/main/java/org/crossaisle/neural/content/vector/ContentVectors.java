package org.crossaisle.neural.content.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.model.State;

/**
 * What the items of a catalog are by one kind of their content, whitened over the training items: a vector for each, zero for
 * an item that has none.
 *
 * <p>Immutable; threads may share it.
 */
public final class ContentVectors {
    private static final String ROWS = ".rows";
    private static final String PRESENT = ".present";

    private final String name;
    private final String fingerprint;
    private final float[][] rows; // [items, k]
    private final BitSet present;
    private final int dimension;

    public ContentVectors(String name, String fingerprint, float[][] rows, BitSet present, int dimension) {
        this.name = name;
        this.fingerprint = fingerprint;
        this.rows = rows;
        this.present = (BitSet) present.clone();
        this.dimension = dimension;
    }

    /** The vectors that {@link #state} was taken from. */
    public static List<ContentVectors> read(State state) {
        List<ContentVectors> all = new ArrayList<>();
        state.blocks().keySet().stream()
                .filter(block -> block.endsWith(ROWS))
                .map(block -> block.substring(0, block.length() - ROWS.length()))
                .forEach(name -> {
                    float[][] rows = state.rows(name + ROWS);
                    BitSet present = new BitSet();
                    for (int item : state.ints(name + PRESENT)) {
                        present.set(item);
                    }
                    all.add(new ContentVectors(name, "", rows, present, rows.length == 0 ? 0 : rows[0].length));
                });
        return all;
    }

    /** All of several, to be kept with a model, so that it answers alike where its content is no longer to be had. */
    public static State state(List<ContentVectors> all) {
        State state = new State();
        for (ContentVectors each : all) {
            state.put(each.name + ROWS, new State.Floats(new long[] {each.rows.length, each.dimension}, each.rows));
            state.put(each.name + PRESENT, each.present.stream().toArray());
        }
        return state;
    }

    /** Which kind of content: "text", "image", "sound", or the name of the file that was brought. */
    public String name() {
        return name;
    }

    /** How many items there are, with and without a vector. */
    public int size() {
        return rows.length;
    }

    /** The length of a vector. */
    public int dimension() {
        return dimension;
    }

    /** The vector of an item; zero where it has none. Not to be changed by the caller. */
    public float[] row(int item) {
        return rows[item];
    }

    /** True when the item has a vector. */
    public boolean isPresent(int item) {
        return present.get(item);
    }

    /**
     * The SHA-256 in hex of all the vectors were made from: encoder, inputs, training items and settings. The same fingerprint
     * means the same vectors, up to rounding on other processors; empty for those that were kept with a model.
     */
    public String fingerprint() {
        return fingerprint;
    }
}
