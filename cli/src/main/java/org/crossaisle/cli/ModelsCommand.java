package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.recipe.Recipe;
import org.crossaisle.io.recipe.RecipeSettings;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Trainer;
import org.crossaisle.neural.tensor.MachineSpeed;
import org.crossaisle.neural.tensor.Memory;
import org.crossaisle.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the available recipes, and what each would need on a shop. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "Lists the recipes and what each needs. With a shop, also estimates the size of each model and the time"
                        + " and memory its training takes on this machine. With a recipe, shows its settings. Nothing is trained.",
        footer = {
            "",
            "Examples:",
            "  crossaisle models",
            "  crossaisle models --shop myshop",
            "  crossaisle models --recipe transformer"
        })
final class ModelsCommand implements Callable<Integer> {
    private static final double MIB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "DIR", description = "The shop directory, made by import.")
    private @Nullable Path shop;

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description =
                    "A recipe by name or by a YAML file: lists its settings instead, each with its value and help.")
    private @Nullable String recipe;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (recipe != null) {
            out.print(TextTable.of(settings(Recipes.of(recipe)), 3));
            out.flush();
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        Set<String> leftOut = new LinkedHashSet<>();
        if (shop == null) {
            rows.add(List.of("recipe", "learns", "needs"));
            Recipes.all().forEach(recipe -> rows.add(about(recipe)));
        } else {
            Dataset data = Shop.open(shop, ShopOption.secret()).dataset();
            MachineSpeed speed = MachineSpeed.measure();
            long available = Memory.availableBytes();
            rows.add(List.of("recipe", "learns", "needs", "parameters", "memory", "time", "fits"));
            for (Recipe recipe : Recipes.all()) {
                List<String> row = new ArrayList<>(about(recipe));
                Feasibility feasibility = recipe.defaults().feasibility(data);
                leftOut.addAll(feasibility.leftOut());
                row.addAll(onShop(recipe.defaults().cost(data), feasibility, speed));
                rows.add(row);
            }
            out.printf(
                    Locale.ROOT,
                    "%,d users, %,d items with events of %,d, %,d interactions. Estimates for this machine as it is now, good to"
                            + " within a factor of two or three; %,d MiB are available.%n%n",
                    data.users(),
                    data.knownItems().cardinality(),
                    data.catalog().size(),
                    data.interactions(),
                    available >> 20);
        }
        out.print(TextTable.of(rows, 3));
        if (!leftOut.isEmpty()) {
            out.println();
            out.println("Left out on this shop:");
            leftOut.forEach(part -> out.println("  " + part));
        }
        out.flush();
        return 0;
    }

    private static List<List<String>> settings(Trainer trainer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("setting", "value", "help"));
        RecipeSettings.of(trainer).forEach(line -> rows.add(List.of(line.key(), line.value(), line.help())));
        return rows;
    }

    private static List<String> about(Recipe recipe) {
        return List.of(recipe.name(), recipe.learns(), recipe.needs());
    }

    private static List<String> onShop(Cost cost, Feasibility feasibility, MachineSpeed speed) {
        double seconds =
                cost.matrixOperations() / speed.matrixOperations() + cost.otherOperations() / speed.exponentials();
        return List.of(
                String.format(Locale.ROOT, "%,d", cost.parameters()),
                String.format(Locale.ROOT, "%,.0f MiB", (cost.heapBytes() + cost.nativeBytes()) / MIB),
                time(seconds),
                fits(cost, feasibility, Runtime.getRuntime().maxMemory()));
    }

    /** What training would do, in a word or two; the estimate of the heap is too rough to refuse by it. */
    static String fits(Cost cost, Feasibility feasibility, long heap) {
        if (feasibility.refusal().isPresent()) {
            return "no: " + feasibility.refusal().get();
        }
        String without = feasibility.leftOut().stream()
                .map(part -> part.substring(0, part.indexOf(':')))
                .distinct()
                .collect(Collectors.joining(", "));
        String fits = without.isEmpty() ? "yes" : "without " + without;
        return cost.heapBytes() <= heap
                ? fits
                : String.format(
                        Locale.ROOT,
                        "%s, if %,.0f MiB of heap are enough; it may need %,.0f",
                        fits,
                        heap / MIB,
                        cost.heapBytes() / MIB);
    }

    private static String time(double seconds) {
        return seconds < 1
                ? "under 1 s"
                : seconds < 90
                        ? String.format(Locale.ROOT, "%.0f s", seconds)
                        : seconds < 5400
                                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
