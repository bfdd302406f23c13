package org.crossaisle.io.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.io.column.IdColumn;
import org.crossaisle.io.column.NullWords;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.shop.UserHashes;

/** Reads a table of users and keeps the chosen columns. Users without events get an empty history. */
final class UsersTable {
    private final TableReading rows;
    private final UserHashes hashes;
    private final List<String> kept;
    private final IdColumn ids;

    UsersTable(TableReading rows, UserHashes hashes, ImportSettings settings) {
        this.rows = rows;
        this.hashes = hashes;
        this.kept = settings.userColumns();
        this.ids = IdColumn.judge(
                rows.reader(), rows.columns().of(Tables.USER), "user id", new NullWords(settings.nullWords()), false);
    }

    /** The chosen columns by the number of the user. */
    SortedMap<Integer, SortedMap<String, String>> read() {
        for (String column : kept) {
            int first = rows.reader().columns().indexOf(column);
            if (first >= 0 && rows.reader().columns().lastIndexOf(column) != first) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE,
                        rows.reader().name() + " has the column " + column
                                + " more than once, and it is to be kept: which one is meant? Rename one of them.");
            }
            if (!rows.reader().columns().contains(column)) {
                throw new RecsException(
                        RecsException.Code.COLUMN_MISSING,
                        rows.reader().name() + " has no column " + column + " to keep. Found: "
                                + String.join(", ", rows.reader().columns()));
            }
        }
        SortedMap<Integer, SortedMap<String, String>> attributes = new TreeMap<>();
        BitSet seen = new BitSet();
        while (rows.next()) {
            String text = rows.text(Tables.USER);
            String id = ids.read(text);
            if (id.isEmpty()) {
                rows.found(
                        Finding.Reason.MISSING_ID,
                        text.isEmpty() ? "user_id is empty" : "user_id is " + TableFindings.quote(text));
                continue;
            }
            int user = hashes.add(id);
            if (seen.get(user)) {
                rows.found(Finding.Reason.DUPLICATE_USER, "user is a duplicate");
                continue;
            }
            seen.set(user);
            rows.keep();
            SortedMap<String, String> values = new TreeMap<>();
            for (String column : kept) {
                String value = rows.reader().text(rows.reader().columns().indexOf(column));
                if (!value.isEmpty()) {
                    values.put(column, value);
                }
            }
            if (!values.isEmpty()) {
                attributes.put(user, values);
            }
        }
        ids.check();
        ids.notes().forEach(rows::note);
        return attributes;
    }
}
