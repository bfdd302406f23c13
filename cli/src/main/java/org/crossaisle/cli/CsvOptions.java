package org.crossaisle.cli;

import picocli.CommandLine.Option;

/** Options for writing CSV. */
final class CsvOptions {
    @Option(
            names = "--raw",
            description =
                    "Writes every CSV cell unchanged, for programs. Without it, a text that a spreadsheet would read as a"
                            + " formula (one that begins with = + - @) gets an apostrophe in front.")
    boolean raw;
}
