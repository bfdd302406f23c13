package org.crossaisle.neural.content.vector;

import java.util.BitSet;
import java.util.List;

/** The vectors of one source as it gave them, before whitening. The items it has nothing of have an empty one. */
public final class SourceVectors {
    private final String name;
    private final String fingerprint;
    private final float[][] rows; // [items][d or 0]
    private final BitSet present = new BitSet();
    private final List<String> notes;

    /**
     * Takes over the rows.
     *
     * @param name of the part they become
     * @param fingerprint of all they were made from
     * @param notes what a person should know of how they came about
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

    /** The items that have a vector. A copy. */
    public BitSet present() {
        return (BitSet) present.clone();
    }

    /** One row for each item. Not to be changed by the caller. */
    public float[][] rows() {
        return rows;
    }
}
