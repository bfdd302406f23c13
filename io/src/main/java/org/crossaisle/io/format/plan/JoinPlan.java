package org.crossaisle.io.format.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Columns that another file adds to the rows, found by a key. The file lies beside the table's own.
 *
 * @param files names of the file, with {@code *} for any characters; the first that exists is read
 * @param key the column of the table that names a row of the other file
 * @param theirKey the column of the other file
 * @param columns the columns that are added: the new name by name in the other file
 * @param where which rows of the other file are read: values by column
 * @param all true when several rows of the other file may have the key, and each adds a value
 * @param optional true when the file may be missing
 * @param read how the other file is read
 */
public record JoinPlan(
        List<String> files,
        String key,
        String theirKey,
        SortedMap<String, String> columns,
        SortedMap<String, List<String>> where,
        boolean all,
        boolean optional,
        ReadPlan read) {
    public JoinPlan {
        files = List.copyOf(files);
        columns = copied(columns);
        where = Signature.Maps.ofLists(where);
        if (files.isEmpty() || key.isEmpty() || theirKey.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("a join needs files, key and columns");
        }
    }

    private static SortedMap<String, String> copied(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
