package org.crossaisle.cli;

import java.io.PrintWriter;
import java.util.List;
import org.crossaisle.Nearest;
import org.crossaisle.ShownText;
import org.crossaisle.io.console.TerminalWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports invalid arguments. */
final class Misuse {
    private Misuse() {}

    /**
     * Checks that all commands exist. With a help option, the parser accepts any argument, but an unknown command has
     * no help.
     *
     * @throws UnmatchedArgumentException with the argument that is not a command
     */
    static void requireVerbs(ParseResult parsed) {
        for (ParseResult at : parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList()) {
            boolean hasVerbs = !at.commandSpec().subcommands().isEmpty();
            if (hasVerbs && !at.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(at.commandSpec().commandLine(), at.unmatched());
            }
        }
    }

    /** Prints what was wrong and returns the exit status. */
    static int told(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr() instanceof TerminalWriter shown ? shown.raw() : command.getErr();
        List<String> verbs = List.copyOf(command.getCommandSpec().subcommands().keySet());
        List<String> unmatched =
                failure instanceof UnmatchedArgumentException other ? other.getUnmatched() : List.<String>of();
        if (!verbs.isEmpty() && !unmatched.isEmpty() && !unmatched.get(0).startsWith("-")) {
            String program = command.getCommandSpec().qualifiedName();
            err.println("crossaisle: there is no command \"" + ShownText.line(unmatched.get(0)) + "\"; nearest: "
                    + program + " " + Nearest.to(unmatched.get(0), verbs) + ". All: " + String.join(", ", verbs));
        } else {
            err.println(command.getColorScheme().errorText(ShownText.of(String.valueOf(failure.getMessage()))));
            if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
                command.usage(err);
            }
        }
        err.flush();
        return Main.MISUSE;
    }
}
