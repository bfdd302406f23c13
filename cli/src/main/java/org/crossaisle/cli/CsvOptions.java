package org.crossaisle.cli;

import picocli.CommandLine.Option;

/** Options for writing CSV. */
final class CsvOptions {
    @Option(
            names = "--raw",
            description =
                    "Writes every cell of the CSV as it is, for programs. Without it, a text that a spreadsheet would"
                            + " take for a formula (it begins with = + - @) has an apostrophe before it.")
    boolean raw;
}
