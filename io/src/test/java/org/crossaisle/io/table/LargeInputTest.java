package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.crossaisle.io.table.csv.CsvScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that no memory would hold is refused, or costs its own row, without being held. */
final class LargeInputTest {
    /** More than the heap of a test could hold. */
    private static final long ENDLESS = 20L << 30;

    @TempDir
    Path directory;

    /** One byte again and again. */
    private static final class Repeated extends InputStream {
        private final byte repeated;
        private final long size;
        private long position;

        Repeated(char repeated, long size) {
            this.repeated = (byte) repeated;
            this.size = size;
        }

        @Override
        public int read() {
            return position++ < size ? repeated & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, size - position);
            java.util.Arrays.fill(bytes, offset, offset + Math.max(0, count), repeated);
            position += Math.max(0, count);
            return count <= 0 ? -1 : count;
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T withInput(InputStream in, java.util.function.Supplier<T> test) {
        InputStream before = System.in;
        System.setIn(in);
        try {
            return test.get();
        } finally {
            System.setIn(before);
        }
    }

    private static String failure(InputStream in) {
        return withInput(in, () -> TableText.failure(TableSource.named("-"), TableOptions.DEFAULTS));
    }

    @Test
    void headerWithoutEnd_isRefused() {
        assertThat(failure(new SequenceInputStream(text("a,"), new Repeated('x', ENDLESS))))
                .isEqualTo("standard input:1: the header cannot be read: the row has more than "
                        + CsvScanner.MAXIMUM_ROW_BYTES + " bytes");
        assertThat(failure(new Repeated(' ', ENDLESS))).isEqualTo("standard input is empty");
    }

    @Test
    void headerOfAMillionColumns_isRefused() {
        assertThat(failure(text("a,b,c,".repeat(350_000) + "\n1\n"))).contains("columns, at most 16384 are read");
        StringBuilder json = new StringBuilder("{\"x\":1");
        for (int name = 0; name < 20_000; name++) {
            json.append(",\"user").append(name).append("\":1");
        }
        assertThat(failure(text(json.append("}\n").toString()))).contains("columns, at most 16384 are read");
    }

    @Test
    void lineLongerThanMemory_costsItsOwnRow() {
        InputStream csv = new SequenceInputStream(
                new SequenceInputStream(text("a,b\n1,"), new Repeated('x', 5L << 28)), text("\n2,y\n"));
        List<String> rows = withInput(csv, () -> TableText.rows(TableSource.named("-"), TableOptions.DEFAULTS));
        assertThat(rows).hasSize(2).last().isEqualTo("standard input:3: 2·y");
    }

    @Test
    void jsonOfTenThousandLevels_isABadRow_orRefused() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        List<String> rows = withInput(
                text("{\"a\":1}\n" + deep + "\n{\"a\":2}\n"),
                () -> TableText.rows(TableSource.named("-"), TableOptions.DEFAULTS));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith("standard input:2: the line nests deeper than 200 levels");
        assertThat(failure(text("[" + deep + "]"))).contains("nests deeper than 200 levels");
        assertThat(failure(text("[".repeat(10_000)))).contains("nests deeper than 200 levels");
    }

    @Test
    void zerosInGzip_areRefusedAtOnce() throws IOException {
        Path file = directory.resolve("zeros.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            new Repeated((char) 0, 64L << 20).transferTo(out);
        }
        assertThat(TableText.failure(file)).isEqualTo("zeros.csv.gz is not text: its byte 0 is 0");
    }
}
