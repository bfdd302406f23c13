package org.crossaisle.io.shop;

import java.util.List;
import org.crossaisle.PublicApi;

/**
 * The report on one table of an import.
 *
 * @param table "items", "events", "users" or "categories"
 * @param file name of the file
 * @param format detected format of the file
 * @param sha256 of the file, in hex
 * @param rows how many rows it has
 * @param kept how many of them are in the shop
 * @param findings problems, by reason
 * @param notes other remarks, such as the unit of the times
 */
@PublicApi
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

    /** The number of dropped rows. */
    public long dropped() {
        return dropped(findings);
    }

    /** The number of rows with this problem. */
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
