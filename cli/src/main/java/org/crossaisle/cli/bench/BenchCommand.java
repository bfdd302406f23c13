package org.crossaisle.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Parent command of the long benchmarks, one for each table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Runs a long benchmark.",
        subcommands = {BenchQualityCommand.class, BenchFewShotCommand.class, BenchCrossCategoryCommand.class},
        footer = {
            "",
            "Examples:",
            "  crossaisle bench quality --data ../shared/data --set-of amazon-beauty,amazon-sports --out bench",
            "  crossaisle bench few-shot --shop myshop --department Toys --recipe text",
            "  crossaisle bench cross-category --data ../shared/data --out bench"
        })
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected a table, one of " + spec.subcommands().keySet());
    }
}
