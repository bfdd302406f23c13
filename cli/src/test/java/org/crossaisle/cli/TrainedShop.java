package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulated shop of 150 customers with a model that counts and one that has learnt, made by the program once for all
 * tests that ask for it.
 *
 * @param directory where all of it lies
 */
record TrainedShop(Path directory) implements AutoCloseable {
    /** A customer of the shop. */
    static final String KNOWN = "u0000007";

    /** Gives it to the constructors of tests. */
    static final class Once implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == TrainedShop.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(TrainedShop.class, none -> made(), TrainedShop.class);
        }
    }

    private static TrainedShop made() {
        try {
            TrainedShop made = new TrainedShop(Files.createTempDirectory("trained-shop"));
            made.make();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() {
        String shop = shop();
        String counting = counting();
        String learnt = learnt();
        Call simulated =
                Call.of("simulate", "--users", "150", "--items", "120", "--events", "4000", "--out", at("files"));
        assertThat(simulated.endsWith(0).out()).startsWith("simulated (no real customers): 150 users, 120 items");
        Call imported = Call.of(
                "import", "--events", at("files/events.csv.gz"), "--items", at("files/items.csv.gz"), "--shop", shop);
        assertThat(imported.endsWith(0).out())
                .contains("120 rows of items.csv.gz (CSV, gzip), 120 kept, 0 dropped")
                .contains("4,000 rows of events.csv.gz")
                .contains("the events were simulated");
        Call knn = Call.of("train", "--shop", shop, "--recipe", "itemknn", "--model", counting);
        assertThat(knn.endsWith(0).out())
                .startsWith("model in " + counting + ": {recipe=itemknn, neighbours=")
                .doesNotContain("optimistic"); // nothing was learnt on validation
        Call transformer = Call.of(
                "train",
                "--shop",
                shop,
                "--recipe",
                "transformer",
                "--set",
                "transformer.epochs=2",
                "--set",
                "transformer.dimension=16",
                "--model",
                learnt);
        assertThat(transformer.endsWith(0).out())
                .contains("recipe=transformer, dimension=16")
                .contains("validation targets of the leave-one-out split, requests at the target's time: Recall@10 0.");
        assertThat(Path.of(learnt + ".training")).doesNotExist();
    }

    String shop() {
        return at("shop");
    }

    /** The model of a recipe that counts. */
    String counting() {
        return at("counting");
    }

    /** The model of a Transformer. */
    String learnt() {
        return at("learnt");
    }

    String at(String name) {
        return directory.resolve(name).toString();
    }

    Call recommend(String model, String user, String... options) {
        List<String> arguments = new ArrayList<>(List.of("recommend", "--model", model, "--user", user));
        arguments.addAll(Arrays.asList(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    Call evaluate(String... options) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--shop", shop()));
        arguments.addAll(Arrays.asList(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> made = Files.walk(directory)) {
            for (Path path : made.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
