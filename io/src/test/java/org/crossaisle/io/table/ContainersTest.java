package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files and archives, those that are read and those that are refused with advice. */
final class ContainersTest {
    private static final byte[] TABLE = "pot,price\nteapot,7\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** @param members names, each followed by its text */
    private static byte[] zip(String... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int at = 0; at < members.length; at += 2) {
                zip.putNextEntry(new ZipEntry(members[at]));
                zip.write(members[at + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private String failure(String name, byte[] bytes) {
        return TableText.failure(write(name, bytes));
    }

    private static byte[] bytes(int... bytes) {
        byte[] all = new byte[64];
        for (int at = 0; at < bytes.length; at++) {
            all[at] = (byte) bytes[at];
        }
        return all;
    }

    @Test
    void zstd_isRead_alsoOfSeveralFrames_andWithoutItsName() throws IOException {
        byte[] one = Zstd.compress(TABLE);
        byte[] two = Zstd.compress("mug,3\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(two);
        Path file = write("t.csv.zst", both.toByteArray());
        assertThat(TableText.rows(file)).containsExactly("t.csv.zst:2: teapot·7", "t.csv.zst:3: mug·3");
        assertThat(TableText.rows(write("t.csv", one))).containsExactly("t.csv:2: teapot·7");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.format()).isEqualTo("CSV, zstd");
        }
    }

    @Test
    void compressedStreamThatEndsEarly_isAnError() throws IOException {
        byte[] large = ("a,b\n" + "1,x\n".repeat(1)).getBytes(StandardCharsets.UTF_8);
        byte[] zstd = Zstd.compress(large);
        assertThat(failure("t.csv.zst", Arrays.copyOf(zstd, zstd.length - 3))).startsWith("t.csv.zst cannot be read");
        byte[] gzip = gzip(large);
        assertThat(failure("t.csv.gz", Arrays.copyOf(gzip, gzip.length - 3))).startsWith("t.csv.gz cannot be read");
    }

    @Test
    void zipOfOneTable_isRead() throws IOException {
        Path file = write("t.zip", zip("__MACOSX/._t.csv", "x", ".DS_Store", "x", "export/t.csv", "a,b\n1,茶\n"));
        assertThat(TableText.rows(file)).containsExactly("t.zip!export/t.csv:2: 1·茶");
    }

    @Test
    void zipOfParts_isOneTable_andOneOfTablesIsReadByName() throws IOException {
        Path parts = write("parts.zip", zip("p2.csv", "a,b\n3,4\n", "p1.csv", "a,b\n1,2\n"));
        assertThat(TableText.rows(parts)).containsExactly("parts.zip!p1.csv:2: 1·2", "parts.zip!p2.csv:2: 3·4");
        Path tables = write("all.zip", zip("items.csv", "sku,name\n1,mug\n", "events.csv", "who,sku\nann,1\n"));
        assertThat(TableText.failure(tables)).contains("all.zip!items.csv").contains("all.zip!events.csv");
        assertThat(TableText.rows(TableSource.named(tables + "!items.csv"), TableOptions.DEFAULTS))
                .containsExactly("all.zip!items.csv:2: 1·mug");
        assertThat(TableText.failure(TableSource.named(tables + "!users.csv"), TableOptions.DEFAULTS))
                .isEqualTo("all.zip has no member users.csv. Found: items.csv, events.csv");
    }

    @Test
    void fileWithAnExclamationMark_isTheFileOfThatName() throws IOException {
        write("a.zip", zip("b.csv", "x,y\n1,2\n"));
        Path file = write("a.zip!b.csv", "x,y\n3,4\n".getBytes(StandardCharsets.UTF_8));
        assertThat(TableText.rows(file)).containsExactly("a.zip!b.csv:2: 3·4");
    }

    @Test
    void zipThatCannotBeRead_saysWhy() throws IOException {
        assertThat(failure("t.zip", zip("a/", ""))).isEqualTo("t.zip is a zip file without a table");
        assertThat(failure("t.zip", TABLE)).startsWith("t.zip is not a zip file");
        byte[] locked = zip("t.csv", "a,b\n1,2\n");
        locked[6] |= 1;
        assertThat(failure("t.zip", locked)).startsWith("t.zip is encrypted");
        assertThat(failure("t.zip", zip("inner.zip", "PK\3\4"))).contains("is a zip file or a workbook");
        assertThat(failure("t.ods", zip("mimetype", "x", "META-INF/manifest.xml", "x")))
                .contains("OpenDocument");
    }

    @Test
    void formatsThatAreNotRead_areNamedWithTheCommandThatHelps() throws IOException {
        assertThat(failure("t.csv.xz", bytes(0xFD, '7', 'z', 'X', 'Z', 0)))
                .isEqualTo("t.csv.xz is compressed with xz; unpack it first: xz -dk 't.csv.xz'");
        assertThat(failure("t.csv.bz2", bytes('B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)))
                .endsWith("bunzip2 -k 't.csv.bz2'");
        assertThat(failure("t.7z", bytes('7', 'z', 0xBC, 0xAF, 0x27, 0x1C))).endsWith("7z x 't.7z'");
        assertThat(failure("t.rar", bytes('R', 'a', 'r', '!', 0x1A, 0x07))).endsWith("unrar x 't.rar'");
        assertThat(failure("t.xls", bytes(0xD0, 0xCF, 0x11, 0xE0))).contains("old (.xls)");
        assertThat(failure("t.csv.lz4", bytes(0x04, 0x22, 0x4D, 0x18))).contains("lz4");
        assertThat(failure("t.avro", bytes('O', 'b', 'j', 1))).contains("Avro");
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, tar, 257, 5);
        assertThat(failure("t.tar", tar)).endsWith("tar xf 't.tar'");
        assertThat(failure("t.tar.gz", gzip(tar))).contains("tar xf");
        assertThat(failure("t.csv.gz", gzip(gzip(TABLE)))).contains("compressed twice");
        assertThat(failure("t.csv.gz", gzip(bytes('P', 'A', 'R', '1'))))
                .contains("is Parquet, which is read from a file");
        assertThat(failure("t.csv", "<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8)))
                .contains("HTML or XML");
        assertThat(failure("t.xls", "\n<table><tr>".getBytes(StandardCharsets.UTF_8)))
                .contains("HTML or XML");
    }

    @Test
    void nameThatContradictsTheContent_isAnError() {
        assertThat(failure("t.csv.zst", TABLE)).startsWith("t.csv.zst is not compressed with zstd");
        assertThat(failure("t.csv.gz", TABLE)).startsWith("t.csv.gz is not gzipped");
        assertThat(failure("t.xlsx", TABLE)).startsWith("t.xlsx is not an Excel workbook");
        assertThat(TableText.rows(write("BZh.csv", "BZhead,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("BZh.csv:2: 1·2");
    }
}
