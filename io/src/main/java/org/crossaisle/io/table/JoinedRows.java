package org.crossaisle.io.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.io.table.input.Part;
import org.crossaisle.io.table.input.SourceBytes;
import org.crossaisle.io.table.input.Unreadable;

/**
 * Several parts as one table, one after the other. All have the columns of the first, in any order; only parts of JSON,
 * where a name that has no value is left out, may have others. Parts without any text are passed over.
 */
final class JoinedRows implements RowReader {
    private static final int SHOWN = 3;

    private final String name;
    private final List<Part> parts;
    private final TableOptions options;
    private final long total;
    private final List<Begun> begun = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final Set<String> objectLists = new LinkedHashSet<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>(); // the parts by their note
    private final List<String> empty = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private int opened; // how many of the parts
    private long linesBefore;
    private long bytesBefore;
    private RowReader reader;
    private boolean ended;
    private int located; // how many columns of the current part are among ours
    private int[] places = {}; // of our columns in the current part

    /** A part whose lines follow {@code linesBefore} others. */
    private record Begun(long linesBefore, String name) {}

    /**
     * @param name what the user calls the table
     * @param total size of all parts in bytes, or -1
     */
    JoinedRows(String name, List<Part> parts, long total, TableOptions options) {
        this.name = name;
        this.parts = List.copyOf(parts);
        this.total = total;
        this.options = options;
        this.reader = open().orElseThrow(() -> Unreadable.because(name + " is empty"));
        locate();
    }

    /** Opens the next part that has any text. */
    private Optional<RowReader> open() {
        while (opened < parts.size()) {
            Part part = parts.get(opened++);
            Optional<RowReader> next = TableFile.open(part, options, false);
            if (next.isPresent()) {
                begun.add(new Begun(linesBefore, part.name()));
                return next;
            }
            empty.add(part.name());
        }
        return Optional.empty();
    }

    @Override
    public boolean next() {
        while (!ended) {
            if (reader.next()) {
                if (reader.columns().size() != located) {
                    locate();
                }
                return true;
            }
            String kind = kind(reader);
            endPart();
            Optional<RowReader> next = open();
            if (next.isEmpty()) {
                ended = true;
            } else {
                reader = next.get();
                requireSameTable(kind);
                locate();
            }
        }
        return false;
    }

    private static String kind(RowReader reader) {
        return reader.format().replaceFirst(",.*", "");
    }

    private void endPart() {
        linesBefore += reader.line();
        bytesBefore += reader.bytesRead();
        hashes.add(reader.sha256());
        objectLists.addAll(reader.objectLists());
        reader.notes()
                .forEach(note ->
                        notes.computeIfAbsent(note, unseen -> new ArrayList<>()).add(reader.name()));
        reader.close();
    }

    private void requireSameTable(String kind) {
        String part = reader.name();
        String first = begun.get(0).name();
        String advice =
                ". Parts of one table must have the same columns; a table of its own is named alone, in a zip file"
                        + " by file.zip!member";
        if (!kind(reader).equals(kind)) {
            throw Unreadable.because(part + " is " + kind(reader) + ", but " + first + " is " + kind + advice);
        }
        if (kind.startsWith("JSON")) {
            return;
        }
        List<String> missing = columns.stream()
                .filter(column -> !reader.columns().contains(column))
                .toList();
        List<String> more = reader.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (missing.size() == columns.size()) {
            throw Unreadable.because(part + " has none of the columns of " + first + ": found "
                    + String.join(", ", reader.columns()) + ", expected " + String.join(", ", columns)
                    + ". If only the first part has a header, join the parts to one file first" + advice);
        }
        if (!missing.isEmpty()) {
            throw Unreadable.because(part + " has no column " + missing.get(0) + ", which " + first + " has" + advice);
        }
        if (!more.isEmpty()) {
            throw Unreadable.because(
                    part + " has the column " + more.get(0) + ", which " + first + " has not" + advice);
        }
    }

    /** Finds our columns in the current part. */
    private void locate() {
        List<String> theirs = reader.columns();
        if (columns.isEmpty()) {
            columns.addAll(theirs);
        }
        boolean same = columns.equals(theirs);
        theirs.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        places = new int[columns.size()];
        for (int column = 0; column < places.length; column++) {
            places[column] = same ? column : theirs.indexOf(columns.get(column));
        }
        located = theirs.size();
    }

    private int place(int column) {
        return column < places.length ? places[column] : -1;
    }

    @Override
    public String text(int column) {
        int place = place(column);
        return place < 0 ? "" : reader.text(place);
    }

    @Override
    public List<String> values(int column) {
        int place = place(column);
        return place < 0 ? List.of() : reader.values(place);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return String.format("%,d parts, %s", parts.size(), reader.format());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long line() {
        return ended ? linesBefore : linesBefore + reader.line();
    }

    @Override
    public String where(long line) {
        int at = begun.size() - 1;
        while (at > 0 && begun.get(at).linesBefore() >= line) {
            at--;
        }
        return begun.get(at).name() + ":" + (line - begun.get(at).linesBefore());
    }

    @Override
    public Optional<String> fault() {
        return reader.fault();
    }

    @Override
    public List<String> objectLists() {
        Set<String> all = new LinkedHashSet<>(objectLists);
        all.addAll(reader.objectLists());
        return List.copyOf(all);
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>();
        notes.forEach((note, of) -> all.add(of.size() == begun.size() ? note : note + " (in " + shown(of) + ")"));
        if (!empty.isEmpty()) {
            all.add("empty parts: " + shown(empty));
        }
        return all;
    }

    private static String shown(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? some + " and " + (names.size() - SHOWN) + " more" : some;
    }

    @Override
    public long bytesRead() {
        return ended ? bytesBefore : bytesBefore + reader.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return total;
    }

    /** Of all parts, also those that have not been read. */
    @Override
    public String sha256() {
        while (next()) {
            // reads to the end, where the hash of each part is known
        }
        byte[] lines = (String.join("\n", hashes) + "\n").getBytes(StandardCharsets.UTF_8);
        return SourceBytes.sha256(lines);
    }

    @Override
    public void close() {
        if (!ended) {
            reader.close();
        }
    }
}
