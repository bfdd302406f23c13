package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine program =
            Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void help_namesTheProgramAndEndsWithZero() {
        assertThat(program.execute("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: crossaisle ");
    }

    @Test
    void version_isOneLine() {
        assertThat(program.execute("--version")).isZero();
        assertThat(out.toString().lines()).singleElement().asString().startsWith("crossaisle ");
    }

    @Test
    void unknownOption_isNamedAndEndsWithTwo() {
        assertThat(program.execute("--no-such-option")).isEqualTo(2);
        assertThat(err.toString()).contains("--no-such-option");
    }
}
