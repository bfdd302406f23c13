package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of CSV: what is judged from the rows, what the user says, and what is refused. */
final class CsvFormTest {
    @TempDir
    Path directory;

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("t.csv"), text);
    }

    private List<String> rows(String text) throws IOException {
        return TableText.rows(write(text));
    }

    private List<String> rows(String text, TableOptions options) throws IOException {
        return TableText.rows(write(text), options);
    }

    private List<String> notes(String text) throws IOException {
        return TableText.notes(write(text));
    }

    private String failure(String text) throws IOException {
        return TableText.failure(write(text));
    }

    private static final TableOptions DEFAULTS = TableOptions.DEFAULTS;

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|", "\u0001"})
    void delimiter_isTheOneThatDividesTheRows(String delimiter) throws IOException {
        String text =
                "who_what_when\nann_tea, black; or|not_now\nbob_\"mug\twhite\u0001\"_then\n".replace("_", delimiter);
        List<String> rows = rows(text.replace("tea, black; or|not", "tea").replace("mug\twhite\u0001", "mug"));
        assertThat(rows).containsExactly("t.csv:2: ann·tea·now", "t.csv:3: bob·mug·then");
    }

    @Test
    void delimiterOfTheHeaderAlone_doesNotMislead() throws IOException {
        assertThat(rows("name, long|short;price|x\n\"tea, black\";7|8\n")).containsExactly("t.csv:2: tea, black·7|8");
        assertThat(rows("sku;price\n1;7,50\n2;8,25\n")).containsExactly("t.csv:2: 1·7,50", "t.csv:3: 2·8,25");
        assertThat(notes("sku;price\n1;7,50\n")).containsExactly("the delimiter is semicolon");
    }

    @Test
    void twoDelimitersThatDivideEquallyWell_areRefused() throws IOException {
        String text = "a,b;c\n1,2;3\n";
        assertThat(failure(text))
                .isEqualTo("t.csv: both comma and semicolon divide each row into 2 fields; say which with --delimiter");
        assertThat(rows(text, DEFAULTS.withDelimiter(";"))).containsExactly("t.csv:2: 1,2·3");
    }

    @Test
    void oneColumn_needsNoDelimiter() throws IOException {
        assertThat(rows("who\nann\nbob; or|eve\n")).containsExactly("t.csv:2: ann", "t.csv:3: bob; or|eve");
    }

    @Test
    void separatorLine_namesTheDelimiter_andIsNotTheHeader() throws IOException {
        assertThat(rows("sep=;\na,x;b\n1,y;2\n")).containsExactly("t.csv:3: 1,y·2");
        assertThat(rows("\uFEFFSEP=|\r\na|b\r\n1|2\r\n")).containsExactly("t.csv:3: 1·2");
        assertThat(rows("\"sep=\t\"\n\na\tb\n1\t2\n")).containsExactly("t.csv:4: 1·2");
        assertThat(rows("sep=,,b\n1,,2\n")).containsExactly("t.csv:2: 1··2"); // a header that begins like it
        assertThat(TableText.failure(write("sep=;\na;b\n"), DEFAULTS.withDelimiter(",")))
                .startsWith("t.csv:1: the line says that the delimiter is semicolon");
    }

    @Test
    void backslashQuotes_areReadWhereTheWholeFileHasThem() throws IOException {
        String text = "sku,title\n1,\"Tray 5\\\" round\"\n2,\"Cup, \\\"fine\\\"\"\n3,\"a \\\\ b\"\n4,C:\\x\n";
        assertThat(rows(text))
                .containsExactly(
                        "t.csv:2: 1·Tray 5\" round",
                        "t.csv:3: 2·Cup, \"fine\"",
                        "t.csv:4: 3·a \\ b",
                        "t.csv:5: 4·C:\\x");
        assertThat(notes(text)).containsExactly("quotes are escaped by a backslash");
        assertThat(rows("sku;title\n1;\"Tray; 5\\\" round\"\n")).containsExactly("t.csv:2: 1·Tray; 5\" round");
    }

    @Test
    void backslashBeforeAClosingQuote_isText() throws IOException {
        assertThat(rows("sku,dir\n1,\"C:\\\"\n2,\"D:\\\"\n")).containsExactly("t.csv:2: 1·C:\\", "t.csv:3: 2·D:\\");
    }

    @Test
    void bothWaysToEscapeInOneFile_areRefused_untilOneIsNamed() throws IOException {
        String text = "sku,title\n1,\"Tray 5\\\" round\"\n2,\"C:\\\"\n3,\"Cup, \\\"fine\\\"\"\n";
        assertThat(failure(text)).contains("--escape backslash or --escape double");
        assertThat(rows(text, DEFAULTS.withEscape("double")).get(1)).isEqualTo("t.csv:3: 2·C:\\");
        assertThat(rows(text, DEFAULTS.withEscape("backslash")).get(0)).isEqualTo("t.csv:2: 1·Tray 5\" round");
    }

    @Test
    void backslash_escapesADelimiterOutsideQuotes() throws IOException {
        assertThat(rows("a,b\n1,x\\, y\\\\\n\\N,z\n", DEFAULTS.withEscape("backslash")))
                .containsExactly("t.csv:2: 1·x, y\\", "t.csv:3: \\N·z");
    }

    @Test
    void quote_isWhatTheUserSays() throws IOException {
        assertThat(rows("a,b\n1,'x, ''y'''\n", DEFAULTS.withQuote("'"))).containsExactly("t.csv:2: 1·x, 'y'");
        assertThat(rows("a\tb\n1\t\"Best\" of\n", DEFAULTS.withQuote("none")))
                .containsExactly("t.csv:2: 1·\"Best\" of");
    }

    @Test
    void emptyFieldsBehindTheLastColumn_areIgnored() throws IOException {
        String text = "a,b\n1,2,\n3,4,\n5,6,\n";
        assertThat(rows(text)).containsExactly("t.csv:2: 1·2", "t.csv:3: 3·4", "t.csv:4: 5·6");
        assertThat(notes(text)).containsExactly("empty fields after the last column are ignored");
        assertThat(rows("a,b,,\n1,2,,\n3,4\n")).containsExactly("t.csv:2: 1·2", "t.csv:3: 3·4");
        assertThat(rows("a;b;\n1;2\n3;4\n")).containsExactly("t.csv:2: 1·2", "t.csv:3: 3·4");
        assertThat(TableText.columns(write("a,b,,\n1,2,,\n"))).containsExactly("a", "b");
    }

    @Test
    void textBehindTheLastColumn_isAFault() throws IOException {
        assertThat(rows("a,b\n1,2,\n3,4,\n5,6,7\n" + "8,9,\n".repeat(20)).subList(0, 3))
                .containsExactly("t.csv:2: 1·2", "t.csv:3: 3·4", "t.csv:4: 3 fields where the header has 2");
        assertThat(rows("a,b\n1,2\n3,4\n5,6,\n")).endsWith("t.csv:4: 3 fields where the header has 2");
        assertThat(rows("a,b,\n1,2,x\n")).containsExactly("t.csv:2: 1·2·x"); // a column without a name
    }

    @Test
    void headerWithinTheFile_isSkipped() throws IOException {
        String text = "a,b\n1,2\na,b\n3,4\n\uFEFFa,b\r\n5,6\na,b";
        assertThat(rows(text)).containsExactly("t.csv:2: 1·2", "t.csv:4: 3·4", "t.csv:6: 5·6");
        assertThat(notes(text))
                .containsExactly("the header is repeated 3 times within the file; those rows were skipped");
        assertThat(rows("a,b\nb,a\n")).hasSize(1);
    }

    @Test
    void nameThatStandsTwice_isANote() throws IOException {
        String text = "who,utm,utm,,\nann,x,y,z,1\n";
        assertThat(notes(text)).containsExactly("the header has the column utm more than once; only the first is read");
        assertThat(rows(text)).hasSize(1);
    }

    @Test
    void typesOfRecBole_areNotPartOfTheNames_andSequencesAreLists() throws IOException {
        String text =
                "item_id:token\ttags:token_seq\tvector:float_seq\tprice:float\n7\tpot  tea\t.5 1\t3.5\n8\t\t2\t1\n";
        assertThat(TableText.columns(write(text))).containsExactly("item_id", "tags", "vector", "price");
        try (RowReader reader = TableFile.open(write(text))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.values(1)).containsExactly("pot", "tea");
            assertThat(reader.text(1)).isEqualTo("pot  tea");
            assertThat(reader.values(2)).containsExactly(".5", "1");
            assertThat(reader.values(3)).containsExactly("3.5");
            assertThat(reader.next()).isTrue();
            assertThat(reader.values(1)).isEmpty();
        }
        assertThat(TableText.columns(write("a:token,b\n1,2\n"))).containsExactly("a:token", "b");
        assertThat(TableText.columns(write("a:token,b:float\n1,2\n"))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann,7,2024-03-13 10:00:00\nbob,8,2024-03-14 11:00:00\n",
                "196\t242\t3\t881250949\n186\t302\t3\t891717742\n",
                "7,Teapot,45.00\n8,Mug,9.50\n",
                "ann;7;13.03.2024\nbob;8;14.03.2024\n"
            })
    void firstRowThatIsCertainlyData_isRefused_andReadWithNoHeader(String text) throws IOException {
        assertThat(failure(text)).startsWith("t.csv: the first row is data").contains("--no-header");
        assertThat(rows(text, DEFAULTS.withNoHeader(true))).hasSize(2);
        assertThat(rows(text, DEFAULTS.withNoHeader(true)).get(0)).startsWith("t.csv:1: ");
    }

    @Test
    void withoutAHeader_columnsAreNumbered() throws IOException {
        Path file = write("ann,7,\nbob,8,x\nann,7,\n");
        try (RowReader reader = TableFile.open(TableSource.of(file), DEFAULTS.withNoHeader(true))) {
            assertThat(reader.columns()).containsExactly("column1", "column2", "column3");
        }
        assertThat(TableText.rows(file, DEFAULTS.withNoHeader(true)))
                .containsExactly("t.csv:1: ann·7·", "t.csv:2: bob·8·x", "t.csv:3: ann·7·");
    }

    @Test
    void headersOfNumbersOrDates_areHeaders() throws IOException {
        assertThat(rows("item,0,1\na,.25,3.5\n")).hasSize(1);
        assertThat(rows("item,2024-01-01,2024-02-01\na,3,4\n")).hasSize(1);
        assertThat(rows("item,100000001,100000002\na,3,4\n")).hasSize(1);
    }

    @Test
    void optionsThatAreNone_areMisuse() {
        assertThatThrownBy(() -> DEFAULTS.withDelimiter("::"))
                .hasMessage("delimiter is \"::\", expected one ASCII character, tab, or an escape such as \\u0001");
        assertThatThrownBy(() -> DEFAULTS.withQuote("''")).hasMessageStartingWith("quote is \"''\"");
        assertThatThrownBy(() -> DEFAULTS.withEscape("slash")).hasMessageStartingWith("escape is \"slash\"");
    }

    @Test
    void delimiter_mayBeWrittenInWords() throws IOException {
        for (String tab : List.of("tab", "TAB", "\\t", "\\u0009", "\t")) {
            assertThat(rows("a,x\tb\n1,y\t2\n", DEFAULTS.withDelimiter(tab))).containsExactly("t.csv:2: 1,y·2");
        }
    }
}
