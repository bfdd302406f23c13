package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.io.column.SampledRows;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.shop.TableReport;
import org.crossaisle.io.table.Column;
import org.crossaisle.io.table.ColumnMap;
import org.crossaisle.io.table.Columns;

/**
 * A table that is being read: its rows, the positions of its columns, and the problems found so far. For one thread.
 */
final class TableReading {
    private static final int REPORT_EVERY = 4_096;

    private final String table;
    private final SampledRows reader;
    private final Columns columns;
    private final TableFindings findings;
    private final Progress.Task task;
    private final List<String> notes = new ArrayList<>();
    private long rows;
    private long kept;

    TableReading(String table, SampledRows reader, List<Column> wanted, ColumnMap mapping, Progress.Task task) {
        this.table = table;
        this.reader = reader;
        this.columns = new Columns(reader, wanted, mapping);
        this.findings = new TableFindings(reader.name());
        this.task = task;
    }

    /** Advances to the next readable row; false at the end. */
    boolean next() {
        while (reader.next()) {
            if (++rows % REPORT_EVERY == 0) {
                task.reached(reader.bytesRead());
            }
            if (reader.fault().isEmpty()) {
                return true;
            }
            findings.add(
                    Finding.Reason.MALFORMED_ROW, reader.line(), reader.fault().get());
        }
        task.reached(reader.bytesTotal());
        return false;
    }

    /** A field, empty when the table has no such column. */
    String text(Column column) {
        int place = columns.of(column);
        return place == Columns.NONE ? "" : reader.text(place);
    }

    boolean has(Column column) {
        return columns.of(column) != Columns.NONE;
    }

    Columns columns() {
        return columns;
    }

    SampledRows reader() {
        return reader;
    }

    TableFindings findings() {
        return findings;
    }

    long line() {
        return reader.line();
    }

    void found(Finding.Reason reason, String what) {
        findings.add(reason, reader.line(), what);
    }

    void keep() {
        kept++;
    }

    void note(String text) {
        notes.add(text);
    }

    long kept() {
        return kept;
    }

    TableReport report() {
        return report(kept);
    }

    /** @param stored how many rows were stored in the shop; may be fewer than were kept while reading */
    TableReport report(long stored) {
        List<String> all = new ArrayList<>(reader.notes());
        all.addAll(notes);
        return new TableReport(
                table, reader.name(), reader.format(), reader.sha256(), rows, stored, findings.list(), all);
    }
}
