package org.crossaisle.io.shop;

import java.util.List;

/**
 * What was read from one table.
 *
 * @param table "items", "events", "users" or "categories"
 * @param file name of the file
 * @param format what the file turned out to be
 * @param sha256 of the file, in hex
 * @param rows how many rows it has
 * @param kept how many of them are in the shop
 * @param findings what was wrong, by reason
 * @param notes what else a reader should know, such as the unit of the times
 */
public record TableReport(
        String table,
        String file,
        String format,
        String sha256,
        long rows,
        long kept,
        List<Finding> findings,
        List<String> notes) {
    public TableReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        long dropped = dropped(findings);
        if (rows != kept + dropped) {
            throw new IllegalArgumentException(
                    rows + " rows of " + file + " are not the " + kept + " kept and " + dropped + " dropped");
        }
    }

    private static long dropped(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.reason().drops())
                .mapToLong(Finding::count)
                .sum();
    }

    /** How many rows were left out. */
    public long dropped() {
        return dropped(findings);
    }

    /** How many rows were found with this wrong. */
    public long count(Finding.Reason reason) {
        return findings.stream()
                .filter(finding -> finding.reason() == reason)
                .mapToLong(Finding::count)
                .sum();
    }

    public void writeTo(StringBuilder text) {
        text.append(table)
                .append(": ")
                .append(String.format(
                        "%,d rows of %s (%s), %,d kept, %,d dropped%n", rows, file, format, kept, dropped()));
        notes.forEach(note -> text.append("  ").append(note).append(System.lineSeparator()));
        for (Finding finding : findings) {
            text.append(String.format(
                    "  %,d x %s%s%n",
                    finding.count(), finding.reason().text(), finding.reason().drops() ? " (dropped)" : " (row kept)"));
            finding.examples()
                    .forEach(example -> text.append("    ").append(example).append(System.lineSeparator()));
        }
    }
}
