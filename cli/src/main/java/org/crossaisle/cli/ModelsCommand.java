package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.recipe.Recipe;
import org.crossaisle.io.recipe.RecipeSettings;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Cost;
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
                row.addAll(onShop(recipe.defaults().cost(data), speed, available));
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

    private static List<String> onShop(Cost cost, MachineSpeed speed, long available) {
        double seconds =
                cost.matrixOperations() / speed.matrixOperations() + cost.otherOperations() / speed.exponentials();
        double heap = Runtime.getRuntime().maxMemory();
        String fits = cost.nativeBytes() > available
                ? String.format(Locale.ROOT, "no: %,.0f MiB outside the heap", cost.nativeBytes() / MIB)
                : cost.heapBytes() > heap
                        ? String.format(
                                Locale.ROOT, "no: %,.0f MiB of heap, -Xmx is %,.0f", cost.heapBytes() / MIB, heap / MIB)
                        : "yes";
        return List.of(
                String.format(Locale.ROOT, "%,d", cost.parameters()),
                String.format(Locale.ROOT, "%,.0f MiB", (cost.heapBytes() + cost.nativeBytes()) / MIB),
                time(seconds),
                fits);
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
