package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in other encodings than UTF-8: read where that is certain, else refused with advice. */
final class EncodingTest {
    private static final String GERMAN = "sku,title\n1,Käseglocke\n2,Spüle groß\n";
    private static final String CHINESE = "sku,title\n1,茶壶\n2,陶瓷茶杯\n";

    @TempDir
    Path directory;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private Path write(String text, String charset) throws IOException {
        return write("t.csv", text.getBytes(Charset.forName(charset)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static TableOptions encoding(String name) {
        return TableOptions.DEFAULTS.withEncoding(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "GB18030", "UTF-32LE"})
    void byteOrderMark_decides(String charset) throws IOException {
        Path file = write("\uFEFF" + CHINESE, charset);
        assertThat(TableText.rows(file)).containsExactly("t.csv:2: 1·茶壶", "t.csv:3: 2·陶瓷茶杯");
        assertThat(TableText.columns(file)).containsExactly("sku", "title");
        try (RowReader reader = TableFile.open(file)) {
            assertThat(reader.format()).isEqualTo(charset.equals("UTF-8") ? "CSV" : "CSV, " + charset);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void everyOtherByteZero_isUtf16(String charset) throws IOException {
        assertThat(TableText.rows(write(CHINESE, charset))).containsExactly("t.csv:2: 1·茶壶", "t.csv:3: 2·陶瓷茶杯");
        Path json = write("t.jsonl", "{\"sku\":1,\"title\":\"一壶\"}\n".getBytes(Charset.forName(charset)));
        assertThat(TableText.rows(json)).containsExactly("t.jsonl:1: 1·一壶");
    }

    @Test
    void otherEncodings_areRefused_showingHowTheTextReads() throws IOException {
        assertThat(TableText.failure(write(GERMAN, "windows-1252")))
                .startsWith("t.csv:2: the text is not UTF-8")
                .contains("--encoding windows-1252 reads \"Käseglocke\"")
                .doesNotContain("--encoding GB18030 reads");
        assertThat(TableText.failure(write(CHINESE, "GB18030")))
                .contains("--encoding GB18030 reads \"茶壶\"")
                .contains("--encoding windows-1252 reads");
        assertThat(TableText.failure(write("t.jsonl", "{\"title\":\"Spüle\"}\n".getBytes(StandardCharsets.ISO_8859_1))))
                .startsWith("t.jsonl:1: the text is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "latin1"})
    void namedEncoding_isRead(String name) throws IOException {
        assertThat(TableText.rows(write(GERMAN, "windows-1252"), encoding(name)))
                .containsExactly("t.csv:2: 1·Käseglocke", "t.csv:3: 2·Spüle groß");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "gbk", "GB2312"})
    void namesOfChineseEncodings_areOne(String name) throws IOException {
        assertThat(TableText.rows(write(CHINESE, "GB18030"), encoding(name)))
                .containsExactly("t.csv:2: 1·茶壶", "t.csv:3: 2·陶瓷茶杯");
    }

    @Test
    void utf16ByName_takesTheOrderOfTheBytes() throws IOException {
        assertThat(TableText.rows(write(CHINESE, "UTF-16LE"), encoding("utf-16")))
                .hasSize(2);
        assertThat(TableText.rows(write("\uFEFF" + CHINESE, "UTF-16LE"), encoding("utf-16")))
                .hasSize(2);
    }

    @Test
    void encodingThatContradictsTheFile_isAnError() throws IOException {
        assertThat(TableText.failure(write("\uFEFF" + CHINESE, "UTF-16LE"), encoding("gb18030")))
                .contains("byte order mark of UTF-16LE");
        assertThat(TableText.failure(write(CHINESE + "3,茶\n", "UTF-8"), encoding("gb18030")))
                .startsWith("t.csv is UTF-8, but --encoding is GB18030")
                .contains("--encoding events=GB18030");
        assertThat(TableText.failure(write(GERMAN, "UTF-8"), encoding("klingon")))
                .startsWith("encoding \"klingon\" is not known");
    }

    @Test
    void fewBrokenRowsAmongManyGoodOnes_areFaults() throws IOException {
        byte[] good = "2,茶\n".repeat(10).getBytes(StandardCharsets.UTF_8);
        byte[] broken = "3,茶\n".getBytes("GB18030");
        Path file = write("t.csv", joined("a,b\n".getBytes(StandardCharsets.UTF_8), good, broken, good));
        List<String> rows = TableText.rows(file);
        assertThat(rows).hasSize(21);
        assertThat(rows.get(10)).isEqualTo("t.csv:12: text is not UTF-8");
        assertThat(rows.get(11)).isEqualTo("t.csv:13: 2·茶");
    }

    @Test
    void brokenRows_areFaultsOnceTheUserSaysUtf8() throws IOException {
        Path file = write(GERMAN, "windows-1252");
        assertThat(TableText.rows(file, encoding("UTF-8")))
                .containsExactly("t.csv:2: text is not UTF-8", "t.csv:3: text is not UTF-8");
    }

    @Test
    void otherEncodingBehindTheSample_stopsTheReading() throws IOException {
        byte[] ascii = ("a,b\n" + "1,plain\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        Path file = write("t.csv", joined(ascii, "2,Spüle\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(TableText.failure(file))
                .startsWith("t.csv:200002: the text is not UTF-8")
                .contains("--encoding windows-1252 reads \"Spüle\"");
    }

    @Test
    void bytesThatTheNamedEncodingDoesNotHave_areFaults() throws IOException {
        byte[] bytes = joined(
                "a,b\n1,".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0x81},
                "\n2,ä\n".getBytes("windows-1252"));
        assertThat(TableText.rows(write("t.csv", bytes), encoding("windows-1252")))
                .containsExactly("t.csv:2: text is not windows-1252", "t.csv:3: 2·ä");
    }

    @Test
    void longTextInAnotherEncoding_isWhole() throws IOException {
        String large = "茶😀".repeat(100_000);
        assertThat(TableText.rows(write("a,b\n1," + large + "\n", "GB18030"), encoding("gbk")))
                .containsExactly("t.csv:2: 1·" + large);
    }

    @Test
    void characterCutByTheSample_isNotBroken() throws IOException {
        for (int shift = 0; shift < 3; shift++) {
            String text = "a,b\n" + "x".repeat(shift) + "1," + "茶".repeat(500_000) + "\n";
            assertThat(TableText.rows(write(text, "UTF-8"))).hasSize(1);
        }
    }
}
