package org.crossaisle.cli.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.crossaisle.io.profile.ReportLanguage;
import org.crossaisle.io.profile.ShopReport;
import picocli.CommandLine.Option;

/** Options for the report of an import. */
public final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Also writes the report to this file: a page (.html) with histograms in English and Chinese, or"
                            + " .json, or .txt. May be repeated. It is written even if the import then stops at a limit.")
    private List<Path> files = List.of();

    @Option(
            names = "--report-language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of the report on the terminal: en or zh. Default: ${DEFAULT-VALUE}.")
    private String language;

    @Option(names = "--dry-run", description = "Reads and checks everything, writes the report, and imports nothing.")
    private boolean dryRun;

    /** True when nothing is to be imported. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** The language of the terminal. */
    public ReportLanguage language() {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "en" -> ReportLanguage.ENGLISH;
            case "zh", "zh-cn" -> ReportLanguage.CHINESE;
            default ->
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--report-language is \"" + language + "\", expected en or zh");
        };
    }

    /** Checks the names of the files before the work begins. */
    public void check() {
        language();
        files.forEach(ReportOptions::ending);
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (String ending : List.of(".html", ".json", ".txt")) {
            if (name.endsWith(ending)) {
                return ending;
            }
        }
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                "--report " + file + ": the name must end in .html, .json or .txt, which decides what is written");
    }

    /** Writes the files. */
    public void write(ShopReport report) {
        for (Path file : files) {
            String text = switch (ending(file)) {
                case ".html" -> report.toHtml();
                case ".json" -> report.toJson();
                default -> report.toText(language());
            };
            try {
                OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new RecsException(
                        RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }
}
