package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel workbooks, written here part by part as ECMA-376 has them. */
final class WorkbookTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Cell styles: 0 general, 1 a date, 2 a date with a time, 3 a clock time, 4 five digits, 5 scientific. */
    private static final String STYLES = HEAD + "<styleSheet " + MAIN + "><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts><cellXfs count=\"6\">"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"21\"/>"
            + "<xf numFmtId=\"165\"/><xf numFmtId=\"11\"/></cellXfs></styleSheet>";

    @TempDir
    Path directory;

    /** @param sheets name and rows of each */
    private Path write(String... sheets) throws IOException {
        Path file = directory.resolve("t.xlsx");
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int at = 0; at < sheets.length; at += 2) {
                int number = at / 2 + 1;
                list.append(
                        "<sheet name=\"" + sheets[at] + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
                relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
                types.append(
                        "<Override PartName=\"/xl/worksheets/sheet" + number
                                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                put(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet " + MAIN + "><sheetData>" + sheets[at + 1] + "</sheetData></worksheet>");
            }
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                            + types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    relationships("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\"><sheets>" + list + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relationships(relations + "<Relationship Id=\"rId99\" Type=\"" + RELATIONS
                            + "/styles\" Target=\"styles.xml\"/>"));
            put(zip, "xl/styles.xml", STYLES.substring(HEAD.length()));
        }
        return file;
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells).replace("#", "" + number) + "</row>";
    }

    private static String text(String column, String text) {
        return "<c r=\"" + column + "#\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String column, int style, String value) {
        return "<c r=\"" + column + "#\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    @Test
    void numbers_keepTheirDigits_andDatesAreIsoTexts() throws IOException {
        Path file = write(
                "Events",
                row(1, text("A", "id"), text("B", "day"), text("C", "at"), text("D", "clock"), text("E", "sku"))
                        + row(
                                2,
                                number("A", 5, "401235000000"),
                                number("B", 1, "45364"),
                                number("C", 2, "45364.421527777777"),
                                number("D", 3, "0.41666666666666669"),
                                number("E", 4, "42"))
                        + row(
                                4,
                                number("A", 0, "45.100000000000001"),
                                number("B", 1, "45364.5"),
                                text("C", " x "),
                                "<c r=\"D#\" t=\"b\"><v>1</v></c>",
                                number("E", 0, "-7")));
        assertThat(TableText.rows(file))
                .containsExactly(
                        "t.xlsx:2: 401235000000·2024-03-13·2024-03-13T10:07:00·10:00:00·00042",
                        "t.xlsx:4: 45.1·2024-03-13T12:00:00·x·true·-7");
        assertThat(TableText.notes(file)).isEmpty();
    }

    @Test
    void formulasErrorsAndRoundedNumbers_areReadOrNoted() throws IOException {
        Path file = write(
                "Items",
                row(1, text("A", "id"), text("B", "x"))
                        + row(2, number("A", 0, "4.0123456789012345E+17"), "<c r=\"B#\"><f>1+2</f><v>3</v></c>")
                        + row(
                                3,
                                "<c r=\"A#\" t=\"str\"><f>\"a\"</f><v>a</v></c>",
                                "<c r=\"B#\" t=\"e\"><v>#N/A</v></c>"));
        assertThat(TableText.rows(file)).containsExactly("t.xlsx:2: 401234567890123450·3", "t.xlsx:3: a·");
        assertThat(TableText.notes(file))
                .containsExactly(
                        "1 cells with an error such as #N/A are read as empty",
                        "1 numbers have more than 15 digits, which a spreadsheet does not keep: their last digits are lost");
    }

    @Test
    void firstSheetIsRead_andAnotherByItsName() throws IOException {
        Path file = write(
                "Events", row(1, text("A", "who"), text("B", "sku")) + row(2, text("A", "ann"), text("B", "pot")),
                "Items", row(3, text("A", "sku"), text("B", "name")) + row(5, text("A", "pot"), text("B", "Teapot")));
        assertThat(TableText.rows(file)).containsExactly("t.xlsx:2: ann·pot");
        assertThat(TableText.notes(file))
                .containsExactly("only the sheet Events is read, not Items; another is named by t.xlsx!SHEET");
        assertThat(TableText.rows(TableSource.named(file + "!Items"), TableOptions.DEFAULTS))
                .containsExactly("t.xlsx!Items:5: pot·Teapot");
        assertThat(TableText.failure(TableSource.named(file + "!Users"), TableOptions.DEFAULTS))
                .isEqualTo("t.xlsx has no sheet Users. Found: Events, Items");
    }

    @Test
    void rowsOfASheet_mayBeShort_andNotLong() throws IOException {
        Path file = write(
                "S",
                row(1, text("A", "a"), text("B", "b"), text("C", ""))
                        + row(2, text("B", "y"))
                        + row(3, text("A", "x"), text("C", "z")));
        assertThat(TableText.rows(file)).containsExactly("t.xlsx:2: ·y", "t.xlsx:3: 3 fields where the header has 2");
        assertThat(TableText.rows(file, TableOptions.DEFAULTS.withNoHeader(true)))
                .hasSize(3);
    }
}
