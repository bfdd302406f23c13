package org.crossaisle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.print.CategoryCsv;
import org.crossaisle.cli.print.CategoryDot;
import org.crossaisle.cli.print.CategoryJson;
import org.crossaisle.cli.print.CategoryMovesTable;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.console.TerminalWriter;
import org.crossaisle.io.shop.Shop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how customers go from category to category. */
@Command(
        name = "categories",
        mixinStandardHelpOptions = true,
        description =
                "Shows which categories customers go to next from each category: how many customers, how many times"
                        + " as many as by chance, after how many days, and which of the two comes first. The most certain moves"
                        + " are listed first. docs/categories.md explains the figures.",
        footer = {
            "",
            "Examples:",
            "  crossaisle categories --shop myshop",
            "  crossaisle categories --shop myshop --from \"Beauty>Makeup\" --top 5",
            "  crossaisle categories --shop myshop --level 2 --format csv --out moves.csv",
            "  crossaisle categories --shop myshop --level 0 --format dot | dot -Tsvg > departments.svg"
        })
final class CategoriesCommand implements Callable<Integer> {
    private static final int ROWS = 20;

    /** The output formats. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        DOT
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ShopOption shop;

    @Option(names = "--from", paramLabel = "PATH", description = "Only moves from this category, as \"Beauty>Makeup\".")
    private @Nullable String from;

    @Option(
            names = "--level",
            description = "Level of the categories, 0 = department. Default: that of --from, otherwise 1.")
    private @Nullable Integer level;

    @Option(
            names = "--minimum-customers",
            defaultValue = "5",
            description = "Leaves out moves of fewer customers. Default: ${DEFAULT-VALUE}.")
    private int minimumCustomers;

    @Option(names = "--top", description = "How many moves. Default: 20 in a table, otherwise all.")
    private @Nullable Integer top;

    @Option(names = "--format", defaultValue = "TABLE", description = "table, csv, json or dot. Default: table.")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private @Nullable Path out;

    @Mixin
    private CsvOptions csv;

    @Override
    public Integer call() {
        if (csv.raw && format != Format.CSV) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, "--raw is about CSV, so it needs --format csv");
        }
        Shop opened = shop.open();
        SettingErrors.checked("categories", () -> write(opened.name(), opened.dataset()));
        return 0;
    }

    private int write(String name, Dataset data) {
        CategoryGraph graph = graph(data);
        List<Affinity> moves = moves(graph);
        String text = switch (format) {
            case TABLE -> new CategoryMovesTable(name, graph, moves).text();
            case CSV -> CategoryCsv.text(moves, csv.raw);
            case JSON -> CategoryJson.text(name, graph, moves);
            case DOT -> CategoryDot.text(name, graph, moves);
        };
        if (out == null) {
            PrintWriter print = spec.commandLine().getOut();
            PrintWriter written = csv.raw && print instanceof TerminalWriter shown ? shown.raw() : print;
            written.print(text);
            written.flush();
            return moves.size();
        }
        try {
            Files.writeString(out, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, out + " cannot be written: " + e.getMessage(), e);
        }
        return moves.size();
    }

    private CategoryGraph graph(Dataset data) {
        Bounds.atLeast("--minimum-customers", minimumCustomers, 1);
        Bounds.atLeast("--top", top == null ? 1 : top, 1);
        int levels = data.catalog().categories().levels();
        if (levels == 0) {
            throw new RecsException(RecsException.Code.DATA_INSUFFICIENT, "no item of this shop has a category");
        }
        int asked = level != null
                ? level
                : Math.min(
                        levels - 1, from == null ? 1 : CategoryPath.parse(from).depth() - 1);
        Bounds.atLeast("--level", asked, 0);
        if (asked >= levels) {
            throw new IllegalArgumentException(
                    "--level is " + asked + ", must be below the " + levels + " levels of the catalog");
        }
        return CategoryGraph.of(
                data,
                new CategoryLevel(data.catalog(), asked, data.knownItems(), CategoryLevel.MINIMUM_ITEMS),
                Stopping.progress());
    }

    private List<Affinity> moves(CategoryGraph graph) {
        List<Affinity> moves = new ArrayList<>();
        if (from == null) {
            graph.nodes().forEach(node -> moves.addAll(graph.outgoing(node.category(), Integer.MAX_VALUE)));
            moves.sort(CategoryGraph.BEST_FIRST);
        } else {
            moves.addAll(graph.outgoing(category(graph, from), Integer.MAX_VALUE));
        }
        int most = top != null ? top : format == Format.TABLE ? ROWS : Integer.MAX_VALUE;
        return moves.stream()
                .filter(move -> move.customers() >= minimumCustomers)
                .limit(most)
                .toList();
    }

    private static int category(CategoryGraph graph, String text) {
        CategoryPath path = CategoryPath.parse(text);
        return graph.category(path).orElseThrow(() -> new IllegalArgumentException(graph.unknown(path)));
    }
}
