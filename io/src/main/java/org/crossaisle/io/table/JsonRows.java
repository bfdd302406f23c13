package org.crossaisle.io.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.input.TextInput;
import org.crossaisle.io.table.json.JsonFields;
import org.crossaisle.io.table.json.JsonRow;

/**
 * Base class of readers for objects in JSON. The columns of the first {@value #SAMPLE} rows are known from the start;
 * others are added when they are first seen.
 */
abstract class JsonRows extends TextRows {
    static final int SAMPLE = 1_000;

    final JsonFields fields;
    private final boolean alone;
    private final Deque<JsonRow> ahead = new ArrayDeque<>();
    private JsonRow row = JsonRow.fault(0, "");

    /** @param alone true when a list to unnest must be in this file, and not only in another part of the table */
    JsonRows(TextInput input, String unnest, boolean alone) {
        super(input);
        this.alone = alone;
        this.fields = new JsonFields(input.name(), unnest);
    }

    /** Reads the next object, which may give no row or several; empty at the end. */
    abstract Optional<List<JsonRow>> read() throws IOException;

    /** Reads the rows from which the first columns are known. */
    final void readAhead() throws IOException {
        while (ahead.size() < SAMPLE) {
            Optional<List<JsonRow>> rows = read();
            if (rows.isEmpty()) {
                break;
            }
            ahead.addAll(rows.get());
        }
    }

    @Override
    final boolean advance() throws IOException {
        while (ahead.isEmpty()) {
            Optional<List<JsonRow>> rows = read();
            if (rows.isEmpty()) {
                requireUnnest();
                return false;
            }
            ahead.addAll(rows.get());
        }
        row = ahead.remove();
        line = row.line();
        fault = row.fault().isEmpty() ? null : row.fault();
        return true;
    }

    private void requireUnnest() {
        if (alone && fields.missesUnnest()) {
            throw new RecsException(
                    RecsException.Code.COLUMN_MISSING,
                    name() + " has no list " + fields.unnest() + " to unnest. Lists of objects in it: "
                            + (fields.objectLists().isEmpty() ? "none" : String.join("; ", fields.objectLists())));
        }
    }

    @Override
    public final List<String> columns() {
        return fields.columns();
    }

    @Override
    public final String text(int column) {
        return row.text(column);
    }

    @Override
    public final List<String> values(int column) {
        return row.values(column);
    }

    @Override
    public final List<String> objectLists() {
        return fields.objectLists();
    }

    @Override
    public List<String> notes() {
        return fields.notes();
    }
}
