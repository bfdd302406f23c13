package org.crossaisle.neural.content.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorFileTest {
    private static final Catalog CATALOG =
            new Catalog(Stream.of("a", "b", "c").map(id -> Item.of(id, "")).toList());

    @TempDir
    Path directory;

    @Test
    void csv_isReadByItem() throws IOException {
        SourceVectors vectors = read("sound.csv", "item_id,v0,v1\nc,1,-2.5\nz,0,0\na,3e-2,4\n");
        assertThat(vectors.name()).isEqualTo("sound");
        assertThat(vectors.rows()).isDeepEqualTo(new float[][] {{0.03f, 4}, {}, {1, -2.5f}});
        assertThat(vectors.present().stream()).containsExactly(0, 2);
        assertThat(vectors.notes())
                .containsExactly("sound: 1 of 3 vectors belong to items that are not in the catalog");
    }

    @Test
    void jsonLines_areReadByItem() throws IOException {
        SourceVectors vectors = read("sound.jsonl", """
                {"item": "c", "vector": [1, -2.5]}
                {"vector": [3e-2, 4], "item": "a"}
                """);
        assertThat(vectors.rows()).isDeepEqualTo(new float[][] {{0.03f, 4}, {}, {1, -2.5f}});
        assertThat(vectors.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v.csv; item_id,v0,v1|a,1,2|b,1; v.csv:3: 2 fields where the header has 3",
                "v.csv; item_id,v0,v1|a,1,2|b,1,NaN; v.csv:3: value 2 of the vector is NaN, expected a finite number",
                "v.csv; item_id,v0,v1|a,1,1e39; v.csv:2: value 2 of the vector is Infinity, expected a finite number",
                "v.csv; item_id,v0,v1|a,x,1; v.csv:2: value 1 of the vector is \"x\", expected a number",
                "v.csv; item_id,v0,v1|a,,1; v.csv:2: value 1 of the vector is \"\", expected a number",
                "v.csv; item_id,v0|a,1|a,2; v.csv:3: item a already has a vector",
                "v.csv; item_id|a; v.csv:2: the vector has 0 values, expected at least one",
                "v.csv; name,v0|a,1; v.csv has no column that names the item. Found: name, v0. Needed: item_id or item",
                "v.jsonl; {\"item\": \"a\", \"vector\": [1, 2]}|{\"item\": \"b\", \"vector\": [1]}; v.jsonl:2: the"
                        + " vector has 1 values, expected 2 as in the first",
                "v.jsonl; {\"item\": \"a\", \"vector\": [1, null]}|{\"item\": \"b\", \"vector\": [1, 2]}; v.jsonl:2:"
                        + " the vector has 2 values, expected 1 as in the first",
                "v.jsonl; {\"item\": \"a\", \"vector\": [1, 2]}|{\"item\": \"b\"; v.jsonl:2: the line is not JSON"
            })
    void fileThatIsWrong_isRefusedWithItsLine(String name, String content, String message) {
        assertThatThrownBy(() -> read(name, content.replace('|', '\n')))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void fileThatIsMissing_isRefused() {
        assertThatThrownBy(() -> VectorFile.read(directory.resolve("none.csv"), CATALOG))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("none.csv does not exist");
    }

    @Test
    void otherFile_hasAnotherFingerprint() throws IOException {
        String first = read("v.csv", "item_id,v0\na,1\n").fingerprint();
        assertThat(read("v.csv", "item_id,v0\na,1\n").fingerprint()).isEqualTo(first);
        assertThat(read("v.csv", "item_id,v0\na,2\n").fingerprint()).isNotEqualTo(first);
    }

    @Test
    void matrixOfNumpy_isReadWithTheIdsBesideIt() throws IOException {
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 4, 1, -2.5, 0.25, 4);
        ids("c", "a");
        assertThat(VectorFile.read(directory.resolve("v.npy"), CATALOG).rows())
                .isDeepEqualTo(new float[][] {{0.25f, 4}, {}, {1, -2.5f}});
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", 8, 1, -2.5, 0.25, 4);
        assertThat(VectorFile.read(directory.resolve("v.npy"), CATALOG).rows())
                .isDeepEqualTo(new float[][] {{0.25f, 4}, {}, {1, -2.5f}});
    }

    @Test
    void matrixOfNumpyThatIsWrong_isRefusedWithFoundAndNeeded() throws IOException {
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 4, 1, 2, 3, 4);
        assertRefused("v.ids (one item id per line) are both needed");
        ids("a");
        assertRefused("it has 2 rows, and " + directory.resolve("v.ids") + " has 1 lines");
        ids("a", "b");
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 4, 1, 2, 3);
        assertRefused("it has 140 bytes, expected 144");
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 4, 1, 2, 3, Double.NaN);
        assertRefused("v.npy, row 2: value 2 of the vector is NaN");
        npy("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 2), }", 8, 1, 2, 3, 4);
        assertRefused("its header is {'descr': '<i8'");
        Files.writeString(directory.resolve("v.npy"), "item_id,v0,v1");
        assertRefused("it does not start like a .npy file");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> VectorFile.read(directory.resolve("v.npy"), CATALOG))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining(message);
    }

    /** As numpy pads it: the values begin at a multiple of 64. */
    private void npy(String header, int width, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(128 + width * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) 118);
        bytes.put(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (width == Float.BYTES) {
                bytes.putFloat((float) value);
            } else {
                bytes.putDouble(value);
            }
        }
        Files.write(directory.resolve("v.npy"), bytes.array());
    }

    private void ids(String... ids) throws IOException {
        Files.write(directory.resolve("v.ids"), List.of(ids));
    }

    private SourceVectors read(String name, String content) throws IOException {
        return VectorFile.read(Files.writeString(directory.resolve(name), content), CATALOG);
    }
}
