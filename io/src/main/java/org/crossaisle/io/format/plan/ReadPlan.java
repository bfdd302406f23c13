package org.crossaisle.io.format.plan;

import java.util.List;

/**
 * How the file of a table is read, where its first bytes do not say it.
 *
 * @param delimiter what separates the fields; empty to detect it
 * @param header the names of the columns if the file has no header; empty if it has one
 * @param unnest the column with a list of objects, each of which becomes a row; empty for none
 */
public record ReadPlan(String delimiter, List<String> header, String unnest) {
    /** Everything is detected. */
    public static final ReadPlan DETECTED = new ReadPlan("", List.of(), "");

    public ReadPlan {
        header = List.copyOf(header);
    }
}
