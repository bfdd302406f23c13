package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    void memoryThatIsLacking_isALineThatSaysWhatToDo() {
        for (Throwable lack : List.of(
                new OutOfMemoryError("Java heap space"),
                new IllegalStateException("[enforce fail] DefaultCPUAllocator: can't allocate memory\nat here"))) {
            StringWriter told = new StringWriter();
            int status = Main.commandLine()
                    .addSubcommand("lacking", new Lacking(lack))
                    .setErr(new PrintWriter(told, true))
                    .execute("lacking");
            assertThat(status).isEqualTo(1);
            assertThat(told.toString())
                    .hasLineCount(1)
                    .contains(
                            String.valueOf(lack.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                            "-Xmx in JAVA_OPTS",
                            "batchSize",
                            "sampled-softmax");
        }
    }

    /** A verb that finds no memory. */
    @Command
    private record Lacking(Throwable lack) implements Callable<Integer> {
        @Override
        public Integer call() {
            if (lack instanceof Error error) {
                throw error;
            }
            throw (IllegalStateException) lack;
        }
    }

    /** Asked for the help, the parser passes over arguments it does not know. */
    @Test
    void unknownVerb_isNamedWithTheNearest_alsoWhereTheHelpIsAskedFor() {
        for (String[] call :
                new String[][] {{"trian"}, {"trian", "--help"}, {"--help", "trian"}, {"trian", "--version"}}) {
            Call.of(call).isMisuse("there is no command \"trian\"; nearest: crossaisle train. All: demo, simulate, ");
        }
        for (String[] call : new String[][] {{"bench", "qualty"}, {"bench", "qualty", "--help"}}) {
            Call.of(call)
                    .isMisuse(
                            "there is no command \"qualty\"; nearest: crossaisle bench quality. All: quality, few-shot");
        }
        assertThat(Call.of("--help", "train").endsWith(0).out()).startsWith("Usage: crossaisle [-hV]");
        assertThat(Call.of("train", "--help").endsWith(0).out()).startsWith("Usage: crossaisle train");
    }

    /** The list of verbs shows the first element of a description only. */
    @Test
    void help_tellsOfEachVerbInWholeSentences() {
        for (String[] call : new String[][] {{"--help"}, {"bench", "--help"}}) {
            String help = Call.of(call).endsWith(0).out().replaceAll("\\s+", " ");
            CommandLine above = call.length == 1
                    ? Main.commandLine()
                    : Main.commandLine().getSubcommands().get("bench");
            assertThat(above).isNotNull();
            above.getSubcommands()
                    .forEach((name, verb) -> assertThat(help)
                            .contains(name + " "
                                    + String.join(
                                            " ",
                                            verb.getCommandSpec().usageMessage().description()))
                            .contains("."));
        }
    }

    @Test
    void unknownOption_isNamedAndEndsWithTwo() {
        assertThat(program.execute("--no-such-option")).isEqualTo(2);
        assertThat(err.toString()).contains("--no-such-option");
    }
}
