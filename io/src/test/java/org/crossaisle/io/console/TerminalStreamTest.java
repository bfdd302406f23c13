package org.crossaisle.io.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.crossaisle.Progress;
import org.junit.jupiter.api.Test;

/** Nothing that comes from a shop reaches the terminal as a command to it, whoever writes it. */
class TerminalStreamTest {
    private static final String TEXT = "茶🍵 \u001b[31mred \u202eevil\n";
    private static final String SHOWN = "茶🍵 \\u001b[31mred \\u202eevil\n";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bytesThatComeOneByOne_areShownAsThoseThatComeAtOnce() throws IOException {
        TerminalStream stream = new TerminalStream(written, StandardCharsets.UTF_8);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes);
        for (byte each : bytes) {
            stream.write(each);
        }
        assertThat(written()).isEqualTo(SHOWN + SHOWN);
    }

    @Test
    void longText_isWhole() throws IOException {
        TerminalStream stream = new TerminalStream(written, StandardCharsets.UTF_8);
        stream.write(TEXT.repeat(5_000).getBytes(StandardCharsets.UTF_8));
        assertThat(written()).isEqualTo(SHOWN.repeat(5_000));
    }

    @Test
    void writer_showsAllButWhatIsWrittenRaw() {
        StringWriter out = new StringWriter();
        TerminalWriter writer = new TerminalWriter(new PrintWriter(out));
        writer.printf("%s", TEXT);
        writer.append(TEXT).flush();
        writer.raw().print(TEXT);
        writer.raw().flush();
        assertThat(out).hasToString(SHOWN + SHOWN + TEXT);
    }

    @Test
    void nameAndNoteOfATask_areShown_alsoInABar() {
        for (boolean terminal : new boolean[] {false, true}) {
            written.reset();
            Progress progress =
                    new TerminalProgress(new PrintStream(written, true, StandardCharsets.UTF_8), terminal, () -> false);
            try (Progress.Task task = progress.start("Reading \u001b[31m\n.csv", -1, "")) {
                task.note("\u001b]0;pwned\u0007");
            }
            assertThat(written()).contains("Reading \\u001b[31m\\u000a.csv", "\\u001b]0;pwned\\u0007");
            assertThat(written().replaceAll("[\r\n]", "")).doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
