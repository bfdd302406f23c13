package org.crossaisle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: reads the verb and its options, runs it, and ends with its exit status. */
@Command(
        name = "crossaisle",
        description = "Recommends across the categories of a shop, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    /** Without a verb there is nothing to run, so it shows what there is. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements IVersionProvider {
        /** What the jar's manifest says; classes that run from a directory have no version. */
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"crossaisle " + (version == null ? "(not packaged)" : version)};
        }
    }
}
