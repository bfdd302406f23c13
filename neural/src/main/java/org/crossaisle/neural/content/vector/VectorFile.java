package org.crossaisle.neural.content.vector;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.io.table.Column;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.neural.content.setting.ContentSettings;

/**
 * A file of vectors supplied by the user, by item: CSV of {@code item_id,v0,v1,...}; JSON Lines of {@code {"item": id,
 * "vector": [...]}}; or {@code .npy} with an {@code .ids} file of the same name. CSV and JSON Lines may be gzipped.
 */
public final class VectorFile {
    private static final Column ITEM = Column.required("item_id", "item", "id", "sku");
    private static final Column VECTOR = Column.required("vector", "embedding");

    private VectorFile() {}

    /**
     * Reads a file. Vectors of items that the catalog does not have are counted and left out.
     *
     * @throws RecsException INPUT_UNREADABLE with file and line, if a row cannot be read, differs in length from the
     *     first, has a value that is not finite, or repeats an item; COLUMN_MISSING if no column names the item
     */
    public static SourceVectors read(Path file, Catalog catalog) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            return NpyFile.read(file, catalog);
        }
        try (RowReader reader = TableFile.open(file)) {
            requireDistinct(reader);
            int item = place(reader, ITEM).orElseThrow(() -> missing(reader));
            OptionalInt vector = place(reader, VECTOR);
            int[] values = IntStream.range(0, reader.columns().size())
                    .filter(column -> column != item)
                    .toArray();
            GivenVectors given = new GivenVectors(ContentSettings.nameOf(file.toString()), catalog);
            while (reader.next()) {
                String where = reader.name() + ":" + reader.line();
                reader.fault().ifPresent(fault -> {
                    throw new RecsException(RecsException.Code.INPUT_UNREADABLE, where + ": " + fault);
                });
                List<String> row = vector.isPresent()
                        ? List.of(reader.text(vector.getAsInt()).split("\\|", -1))
                        : Arrays.stream(values).mapToObj(reader::text).toList();
                given.add(where, reader.text(item), numbers(where, row));
            }
            return given.vectors(reader.sha256());
        }
    }

    /** A column that stands twice would be a value twice. */
    private static void requireDistinct(RowReader reader) {
        if (new HashSet<>(reader.columns()).size() < reader.columns().size()) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    reader.name() + ": the header has a column twice; expected each name once");
        }
    }

    private static OptionalInt place(RowReader reader, Column column) {
        return IntStream.range(0, reader.columns().size())
                .filter(at -> column.isCalled(reader.columns().get(at)))
                .findFirst();
    }

    private static RecsException missing(RowReader reader) {
        return new RecsException(
                RecsException.Code.COLUMN_MISSING,
                reader.name() + " has no column that names the item. Found: "
                        + String.join(", ", reader.columns().stream().limit(10).toList()) + ". Needed: "
                        + ITEM.name() + " or " + String.join(", ", ITEM.aliases()));
    }

    private static float[] numbers(String where, List<String> texts) {
        float[] numbers = new float[texts.size()];
        for (int at = 0; at < numbers.length; at++) {
            try {
                numbers[at] = Float.parseFloat(texts.get(at));
            } catch (NumberFormatException e) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE,
                        where + ": value " + (at + 1) + " of the vector is \"" + texts.get(at)
                                + "\", expected a number",
                        e);
            }
        }
        return numbers;
    }
}
