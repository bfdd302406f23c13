package org.crossaisle.neural.content.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.model.State;

/**
 * The vectors of the items of a catalog for one kind of content, whitened on the training items. The vector is zero for
 * an item without such content.
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

    /** Restores the vectors from their {@link #state}. */
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

    /**
     * The state of several vectors, to be stored with a model, so that it gives the same results where the content is
     * no longer available.
     */
    public static State state(List<ContentVectors> all) {
        State state = new State();
        for (ContentVectors each : all) {
            state.put(each.name + ROWS, new State.Floats(new long[] {each.rows.length, each.dimension}, each.rows));
            state.put(each.name + PRESENT, each.present.stream().toArray());
        }
        return state;
    }

    /** The kind of content: "text", "image", "sound", or the name of the user's file. */
    public String name() {
        return name;
    }

    /** Number of items, with and without a vector. */
    public int size() {
        return rows.length;
    }

    /** The length of a vector. */
    public int dimension() {
        return dimension;
    }

    /** The vector of an item; zero if it has none. The caller must not change it. */
    public float[] row(int item) {
        return rows[item];
    }

    /** Whether the item has a vector. */
    public boolean isPresent(int item) {
        return present.get(item);
    }

    /**
     * The SHA-256 in hex of everything that determines the vectors: encoder, inputs, training items and settings. Equal
     * fingerprints mean equal vectors, up to rounding on other processors. Empty for vectors that were stored with a
     * model.
     */
    public String fingerprint() {
        return fingerprint;
    }
}
