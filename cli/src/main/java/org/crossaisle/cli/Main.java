package org.crossaisle.cli;

import java.util.Locale;
import org.crossaisle.RecsException;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.cli.bench.BenchCommand;
import org.crossaisle.cli.serve.ServeCommand;
import org.crossaisle.cli.stop.Resumable;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.cli.train.TrainCommand;
import org.crossaisle.io.console.TerminalStream;
import org.crossaisle.io.console.TerminalWriter;
import org.crossaisle.neural.tensor.Memory;
import org.crossaisle.provenance.BuildVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main program: parses a command with its options, runs it, and exits with its status. */
@Command(
        name = "crossaisle",
        description = "Recommends across the categories of a shop, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DemoCommand.class,
            SimulateCommand.class,
            ImportCommand.class,
            CategoriesCommand.class,
            AudienceCommand.class,
            ModelsCommand.class,
            EvaluateCommand.class,
            TuneCommand.class,
            TrainCommand.class,
            RecommendCommand.class,
            ServeCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Exit status: 0 done, 1 failed, 2 wrong option or setting, 3 a metric below --at-least,",
            "130 stopped by Ctrl-C, 143 stopped by SIGTERM.",
            "User ids are hashed; set CROSSAISLE_USER_KEY to a secret of yours to key the hash."
        })
public final class Main implements Runnable {
    /** The exit status when an option or a setting is wrong. */
    static final int MISUSE = 2;

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        // Warnings of libraries take one line, like those of the program.
        System.setProperty(LOG_FORMAT, System.getProperty(LOG_FORMAT, "crossaisle: %4$s: %5$s%n")); // level, message
        CommandLine program = commandLine();
        program.setOut(program.getOut()).setErr(program.getErr()); // the current streams, for the help and its colours
        TerminalStream.guardStandardStreams();
        Stopping.handleSignals();
        System.exit(Stopping.exitStatus(program.execute(arguments)));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Misuse::told)
                .setExecutionStrategy(Main::executed)
                .setExecutionExceptionHandler(Main::failed);
    }

    /**
     * Runs a command with its output going through a {@link TerminalWriter}. The help does not, since all of it is our
     * own text.
     */
    private static int executed(CommandLine.ParseResult parsed) {
        Misuse.requireVerbs(parsed);
        CommandLine program = parsed.commandSpec().commandLine();
        @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (parsed.hasSubcommand()) {
            program.setOut(new TerminalWriter(program.getOut())).setErr(new TerminalWriter(program.getErr()));
        }
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), "there is no memory", outOfMemory(e));
        }
    }

    /** The failure for a lack of memory, with general advice for work that gives none of its own. */
    static RecsException outOfMemory(Throwable failure) {
        String found = failure instanceof OutOfMemoryError
                ? String.format(
                        Locale.ROOT,
                        "the Java heap of %,d MiB was not enough (%s); set a larger -Xmx in JAVA_OPTS",
                        Runtime.getRuntime().maxMemory() >> 20,
                        failure.getMessage())
                : "there was not enough memory outside the Java heap ("
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                        + "); set a smaller -Xmx in JAVA_OPTS to leave more";
        return new RecsException(
                RecsException.Code.TOO_LARGE,
                found
                        + "; training needs less with a smaller dimension or batchSize, with loss.kind=sampled-softmax, or on a"
                        + " core of the data (--core)",
                failure);
    }

    /** Reports a failure: an expected one as one line, any other as a bug with its stack trace. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof WorkStoppedException) {
            command.getErr().println("crossaisle: stopped; " + howToResume(command));
            return 1;
        }
        if (Memory.isOutOfMemory(failure)) {
            return failed(outOfMemory(failure), command, parsed);
        }
        if (failure instanceof RecsException told) {
            command.getErr().println("crossaisle: " + told.getMessage());
            return told.code() == RecsException.Code.SETTING_INVALID ? MISUSE : 1;
        }
        throw failure;
    }

    private static String howToResume(CommandLine command) {
        return command.getCommand() instanceof Resumable resumable
                ? resumable.howToResume()
                : "run the same command again to start over";
    }

    /** Without a command, shows the usage. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"crossaisle " + BuildVersion.text()};
        }
    }
}
