package org.crossaisle.neural.content.vector;

import java.util.BitSet;
import java.util.List;

/** The vectors of one source before whitening. Items without content have an empty vector. */
public final class SourceVectors {
    private final String name;
    private final String fingerprint;
    private final float[][] rows; // [items][d or 0]
    private final BitSet present = new BitSet();
    private final List<String> notes;

    /**
     * Vectors backed by these rows, which are not copied.
     *
     * @param name name of the content part
     * @param fingerprint fingerprint of everything that determines them
     * @param notes information for the user about how they were made
     */
    SourceVectors(String name, String fingerprint, float[][] rows, List<String> notes) {
        this.name = name;
        this.fingerprint = fingerprint;
        this.rows = rows;
        this.notes = List.copyOf(notes);
        for (int item = 0; item < rows.length; item++) {
            present.set(item, rows[item].length > 0);
        }
    }

    public String name() {
        return name;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public List<String> notes() {
        return notes;
    }

    /** A copy of the set of items that have a vector. */
    public BitSet present() {
        return (BitSet) present.clone();
    }

    /** One row for each item. The caller must not change them. */
    public float[][] rows() {
        return rows;
    }
}
