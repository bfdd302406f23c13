package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.crossaisle.Extensions;
import org.crossaisle.io.recipe.RecipeProvider;
import org.crossaisle.metric.MetricProvider;
import org.crossaisle.recommend.rerank.RerankerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The jar of docs/extending.md, built as its authors would, works in the program without a change to it. */
@ExtendWith(TrainedShop.Once.class)
class ThirdPartyJarTest {
    private static final Path SOURCES = Path.of("src/test/resources/extension");

    /** What the jar offers: the extension point, and the class of the jar that implements it. */
    private static final Map<Class<?>, String> SERVICES = services();

    private final TrainedShop shop;

    @TempDir
    private Path directory;

    private Path jar;

    ThirdPartyJarTest(TrainedShop shop) {
        this.shop = shop;
    }

    private static Map<Class<?>, String> services() {
        Map<Class<?>, String> services = new LinkedHashMap<>();
        services.put(RecipeProvider.class, "org.example.ExampleRecipes");
        services.put(RerankerProvider.class, "org.example.Newest$Provider");
        services.put(MetricProvider.class, "org.example.ExampleMetrics");
        return services;
    }

    @BeforeEach
    void buildJar() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        filesIn(SOURCES).forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, System.out, System.err, arguments.toArray(String[]::new)))
                .as("exit status of javac")
                .isZero();
        jar = directory.resolve("example.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : filesIn(classes)) {
                put(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            for (Map.Entry<Class<?>, String> service : SERVICES.entrySet()) {
                put(
                        out,
                        "META-INF/services/" + service.getKey().getName(),
                        service.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<Path> filesIn(Path top) throws IOException {
        try (Stream<Path> found = Files.walk(top)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private String withJar(int status, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(Extensions.CLASSPATH, jar.toString()), status, arguments);
    }

    private String run(Map<String, String> environment, int status, String... arguments)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder program = ChildProgram.of(output, arguments);
        program.environment().putAll(environment);
        int ended = program.start().waitFor();
        String said = Files.readString(output);
        assertThat(ended).as(said).isEqualTo(status);
        return said;
    }

    @Test
    void recipeOfTheJar_isListedTrainedMeasuredAndServesRecommendations() throws IOException, InterruptedException {
        assertThat(withJar(0, "models")).contains("repurchase", "what the customer bought before", "bsarec");
        String model = directory.resolve("model").toString();
        assertThat(withJar(
                        0,
                        "train",
                        "--shop",
                        shop.shop(),
                        "--recipe",
                        "repurchase",
                        "--set",
                        "repurchase.weight=0.5",
                        "--model",
                        model))
                .contains("{recipe=repurchase, weight=0.5}");
        assertThat(withJar(0, "recommend", "--model", model, "--user", TrainedShop.KNOWN, "--count", "3"))
                .isNotBlank();
        assertThat(withJar(0, "evaluate", "--shop", shop.shop(), "--recipe", "repurchase,popular"))
                .contains("repurchase");
        assertThat(run(Map.of(), 2, "recommend", "--model", model, "--user", TrainedShop.KNOWN))
                .contains("settings.json: there is no recipe repurchase")
                .contains("needs that jar in CROSSAISLE_CLASSPATH");
    }

    @Test
    void rerankerOfTheJar_ordersListsAndSaysWhatItReached() throws IOException, InterruptedException {
        assertThat(withJar(0, "recommend", "--help")).contains("newest:WEIGHT");
        String model = directory.resolve("popular").toString();
        withJar(0, "train", "--shop", shop.shop(), "--recipe", "popular", "--model", model);
        String[] asked = {"recommend", "--model", model, "--user", TrainedShop.KNOWN, "--diversity", "newest:0.5"};
        assertThat(withJar(0, asked)).contains("newest:0.5");
        assertThat(run(Map.of(), 2, asked)).contains("diversity is \"newest:0.5\", must be one of");
    }

    @Test
    void metricOfTheJar_isMeasured() throws IOException, InterruptedException {
        assertThat(withJar(0, "evaluate", "--shop", shop.shop(), "--recipe", "popular", "--metric", "first-place"))
                .contains("first-place");
    }

    @Test
    void jarThatIsNotThere_isNamed() throws IOException, InterruptedException {
        Path missing = directory.resolve("missing.jar");
        assertThat(run(Map.of(Extensions.CLASSPATH, missing.toString()), 2, "models"))
                .isEqualToIgnoringNewLines("crossaisle: CROSSAISLE_CLASSPATH names " + missing
                        + ", which cannot be read; it must name jars or directories of classes, separated by "
                        + File.pathSeparator);
    }
}
