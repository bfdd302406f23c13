package org.crossaisle.neural.content.vector;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;

/**
 * A collector of vectors that arrive one at a time with the id of their item; each is checked on arrival. Not
 * thread-safe.
 */
final class GivenVectors {
    private static final float[] NONE = {};

    private final String name;
    private final Catalog catalog;
    private final float[][] rows;
    private int length; // of all vectors; 0 before the first
    private int given;
    private int unknown;

    GivenVectors(String name, Catalog catalog) {
        this.name = name;
        this.catalog = catalog;
        this.rows = new float[catalog.size()][];
        Arrays.fill(rows, NONE);
    }

    /**
     * Adds a vector without copying it, or counts it as unknown if the catalog does not have the item.
     *
     * @param where where the vector comes from, for messages: "sound.csv:12"
     */
    void add(String where, String id, float... vector) {
        given++;
        length = length == 0 ? vector.length : length;
        if (vector.length != length || length == 0) {
            throw refused(
                    where,
                    "the vector has " + vector.length + " values, expected "
                            + (length == 0 ? "at least one" : length + " as in the first"));
        }
        for (int at = 0; at < vector.length; at++) {
            if (!Float.isFinite(vector[at])) {
                throw refused(
                        where, "value " + (at + 1) + " of the vector is " + vector[at] + ", expected a finite number");
            }
        }
        OptionalInt item = catalog.number(id);
        if (item.isEmpty()) {
            unknown++;
        } else if (rows[item.getAsInt()].length > 0) {
            throw refused(where, "item " + id + " already has a vector; expected one per item");
        } else {
            rows[item.getAsInt()] = vector;
        }
    }

    private static RecsException refused(String where, String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, where + ": " + message);
    }

    SourceVectors vectors(String fingerprint) {
        List<String> notes = unknown == 0
                ? List.of()
                : List.of(name + ": " + unknown + " of " + given
                        + " vectors belong to items that are not in the catalog");
        return new SourceVectors(name, fingerprint, rows, notes);
    }
}
