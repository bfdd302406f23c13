package org.crossaisle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceCheck;
import org.crossaisle.audience.AudienceFinder;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.print.SpreadsheetCsv;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the customers who are most likely to come to a category soon. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description =
                "Finds the customers most likely to come to a category within some days, and checks the method on the"
                        + " last days of the data. Part of the audience is kept as a control group that is not contacted.",
        footer = {
            "",
            "Examples:",
            "  crossaisle audience --shop myshop --category \"Beauty>Makeup\" --size 500",
            "  crossaisle audience --shop myshop --category Toys --size 2000 --days 14 --out toys.csv",
            "  crossaisle audience --shop myshop --category Toys --size 2000 --ids customers.txt --out toys.csv"
        })
final class AudienceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ShopOption shop;

    @Option(names = "--category", required = true, paramLabel = "PATH", description = "As \"Beauty>Makeup\".")
    private String category;

    @Option(names = "--size", required = true, description = AudienceSettings.SIZE_HELP)
    private int size;

    @Option(
            names = "--days",
            defaultValue = "" + AudienceSettings.DAYS,
            description = AudienceSettings.DAYS_HELP + " Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--exclude-days",
            defaultValue = "" + AudienceSettings.EXCLUDE_DAYS,
            description = AudienceSettings.EXCLUDE_DAYS_HELP + " Default: ${DEFAULT-VALUE}.")
    private int excludeDays;

    @Option(
            names = "--control",
            defaultValue = "" + AudienceSettings.CONTROL,
            paramLabel = "SHARE",
            description = AudienceSettings.CONTROL_HELP + " Default: ${DEFAULT-VALUE}.")
    private double control;

    @Option(
            names = "--seed",
            defaultValue = "" + AudienceSettings.SEED,
            description = AudienceSettings.SEED_HELP + " Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description =
                    "Your customers' ids, one per line. The shop keeps only their hashes; with this file the audience is"
                            + " written with your ids.")
    private @Nullable Path ids;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where the customers are written as CSV: user, probability, control, and the columns that import kept"
                            + " of the users file.")
    private @Nullable Path out;

    @Mixin
    private CsvOptions csv;

    @Override
    public Integer call() {
        if (csv.raw && out == null) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID, "--raw is about the CSV file, so it needs --out");
        }
        Shop opened = shop.open();
        SettingErrors.checked("audience", () -> {
            AudienceSettings settings = new AudienceSettings(days, excludeDays, control, seed);
            Audience audience = new AudienceFinder(opened.dataset(), settings, Stopping.progress())
                    .find(CategoryPath.parse(category), size);
            if (out != null) {
                write(audience, opened, out);
            }
            print(audience, spec.commandLine().getOut());
            return size;
        });
        return 0;
    }

    /** User ids by user number: from the shop's file if given, else hashes. */
    private Map<Integer, String> names(Shop opened) {
        Map<Integer, String> names = new HashMap<>();
        if (ids == null) {
            for (int user = 0; user < opened.dataset().users(); user++) {
                names.put(user, opened.userId(user).toString());
            }
            return names;
        }
        try (Stream<String> lines = Files.lines(ids, StandardCharsets.UTF_8)) {
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> opened.userNumber(line).ifPresent(user -> names.put(user, line)));
        } catch (IOException | UncheckedIOException e) {
            throw new RecsException(RecsException.Code.STORAGE_FAILED, ids + " cannot be read: " + e.getMessage(), e);
        }
        return names;
    }

    /** Writes the audience. Users without a name are left out, and their number is reported. */
    private void write(Audience audience, Shop opened, Path file) {
        Map<Integer, String> names = names(opened);
        SortedSet<String> kept = opened.userColumns();
        int unnamed = 0;
        try (SpreadsheetCsv written = SpreadsheetCsv.to(file, csv.raw)) {
            List<String> header = new ArrayList<>(List.of("user", "probability", "control"));
            header.addAll(kept);
            written.row(header.toArray(String[]::new));
            for (Audience.Member member : audience.members()) {
                String name = names.get(member.user());
                if (name == null) {
                    unnamed++;
                } else {
                    written.row(row(member, name, kept, opened.userAttributes(member.user()))
                            .toArray(String[]::new));
                }
            }
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
        if (unnamed > 0) {
            spec.commandLine()
                    .getErr()
                    .println(unnamed + " of " + audience.members().size() + " customers are not in " + ids
                            + " and were left out");
        }
    }

    private static List<String> row(
            Audience.Member member, String name, SortedSet<String> kept, Map<String, String> attributes) {
        List<String> row = new ArrayList<>(List.of(
                name, String.format(Locale.ROOT, "%.6f", member.probability()), String.valueOf(member.control())));
        kept.forEach(column -> row.add(attributes.getOrDefault(column, "")));
        return row;
    }

    private static void print(Audience audience, PrintWriter print) {
        AudienceCheck check = audience.check();
        long control =
                audience.members().stream().filter(Audience.Member::control).count();
        print.printf(
                Locale.ROOT,
                "%s, within %d days: %,d of %,d eligible customers, %,d of them the control group%n",
                audience.category(),
                audience.days(),
                audience.members().size(),
                audience.eligible(),
                control);
        print.printf(
                Locale.ROOT,
                "expected to come: %.1f; of a random audience: %.1f; difference: %.1f%n%n",
                audience.expected(),
                audience.expectedAtRandom(),
                audience.incremental());
        print.printf(
                Locale.ROOT,
                "check on the last %d days, which were held out: %,d of %,d eligible came; of %,d members %,d, of the"
                        + " most active %,d, at random %.1f%n",
                audience.days(),
                check.came(),
                check.eligible(),
                check.found().size(),
                check.found().came(),
                check.mostActive().came(),
                check.found().atRandom());
        print.printf(
                Locale.ROOT,
                "lift of the most likely 5 %%: %.2f [%.2f, %.2f]%n%n",
                check.lift().value(),
                check.lift().low(),
                check.lift().high());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("contacted", "share of those who came", "with the most active", "more than at random"));
        for (AudienceCheck.Gain gain : check.gains()) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%.0f %%", 100 * gain.share()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * gain.found()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * gain.mostActive()),
                    String.format(Locale.ROOT, "%.1f", gain.uplift())));
        }
        print.print(TextTable.of(rows));
        print.printf(
                Locale.ROOT,
                "%npredicted probabilities, and how often they came true (mean distance %.4f)%n%n",
                check.reliability().error());
        print.print(check.reliability().toText());
        print.flush();
    }
}
