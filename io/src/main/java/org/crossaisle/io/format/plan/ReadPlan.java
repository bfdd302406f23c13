package org.crossaisle.io.format.plan;

import java.util.List;

/**
 * How the file of a table is read, where its first bytes do not say it.
 *
 * @param delimiter what separates the fields: a character, {@code tab}, or several characters; empty to detect it
 * @param quote what encloses a field: a character, or {@code none}; empty to detect it
 * @param encoding name of the encoding; empty to detect it
 * @param header the names of the columns if the file has no header; empty if it has one
 * @param unnest the column with a list of objects, each of which becomes a row; empty for none
 */
public record ReadPlan(String delimiter, String quote, String encoding, List<String> header, String unnest) {
    /** Everything is detected. */
    public static final ReadPlan DETECTED = new ReadPlan("", "", "", List.of(), "");

    private static final String TAB = "tab";

    public ReadPlan {
        header = List.copyOf(header);
        if (delimiter.length() > 1 && !delimiter.equals(TAB) && header.isEmpty()) {
            throw new IllegalArgumentException(
                    "the delimiter " + delimiter + " has several characters, which needs a header in the plan");
        }
    }

    /** True if the delimiter has several characters, so that the lines are split after they were read. */
    public boolean isSplit() {
        return delimiter.length() > 1 && !delimiter.equals(TAB);
    }
}
