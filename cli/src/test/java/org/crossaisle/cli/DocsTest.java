package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.io.recipe.Recipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code on a page is code that was tested: behind each {@code <!-- snippet: FILE NAME -->} stands the region of that
 * file between {@code tag::NAME} and {@code end::NAME}, word for word. {@code -Dsnippets=write} puts it there.
 */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET =
            Pattern.compile("(<!-- snippet: (\\S+) (\\S+) -->\\n)(\\n```java\\n(?:.*?\\n)??```\\n)?", Pattern.DOTALL);

    @Test
    void everySnippet_isTheRegionOfTheTestItNames() throws IOException {
        int compared = 0;
        for (Path page : pages()) {
            String text = Files.readString(page);
            Matcher matcher = SNIPPET.matcher(text);
            StringBuilder expected = new StringBuilder();
            while (matcher.find()) {
                String block = "\n```java\n" + region(ROOT.resolve(matcher.group(2)), matcher.group(3)) + "```\n";
                matcher.appendReplacement(expected, Matcher.quoteReplacement(matcher.group(1) + block));
                compared++;
            }
            matcher.appendTail(expected);
            if ("write".equals(System.getProperty("snippets"))) {
                Files.writeString(page, expected);
            }
            assertThat(text).as("%s, snippets", ROOT.relativize(page)).isEqualTo(expected.toString());
        }
        assertThat(compared).as("snippets compared").isGreaterThanOrEqualTo(7);
    }

    /** What a page shows of recipes is read as it stands. */
    @Test
    void everyRecipeOfAPage_isOne(@TempDir Path directory) throws IOException {
        Pattern block = Pattern.compile("```yaml\\n(recipe: .*?)```", Pattern.DOTALL);
        int read = 0;
        for (Path page : pages()) {
            Matcher matcher = block.matcher(Files.readString(page));
            while (matcher.find()) {
                Path file = Files.writeString(directory.resolve("recipe" + read++ + ".yaml"), matcher.group(1));
                assertThatNoException()
                        .as("%s:%n%s", ROOT.relativize(page), matcher.group(1))
                        .isThrownBy(() -> Recipes.of(file.toString()));
            }
        }
        assertThat(read).as("recipes read").isGreaterThanOrEqualTo(6);
    }

    @Test
    void everyRecipeOfTheBenchmark_isOne() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("recipes"))) {
            List<Path> found = files.toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(7);
            for (Path file : found) {
                assertThatNoException().as(file.toString()).isThrownBy(() -> Recipes.of(file.toString()));
            }
        }
    }

    @Test
    void everyRecipe_isInTheReadmes_andInThePageOnModels() throws IOException {
        for (String page : List.of("README.md", "README.zh-CN.md", "docs/models.md")) {
            String text = Files.readString(ROOT.resolve(page));
            for (String name : Recipes.names()) {
                assertThat(text).as(page).contains("`" + name + "`");
            }
        }
    }

    @Test
    void everyRelativeLink_leadsToAFile() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
        int followed = 0;
        for (Path page : pages()) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                assertThat(page.resolveSibling(matcher.group(1)))
                        .as("%s links to %s", ROOT.relativize(page), matcher.group(1))
                        .exists();
                followed++;
            }
        }
        assertThat(followed).as("links followed").isPositive();
    }

    @Test
    void everyLinkToASection_leadsToAHeading() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]*)#([^)]+)\\)");
        int followed = 0;
        for (Path page : pages()) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                Path target = matcher.group(1).isEmpty() ? page : page.resolveSibling(matcher.group(1));
                assertThat(anchors(target))
                        .as("%s links to %s#%s", ROOT.relativize(page), matcher.group(1), matcher.group(2))
                        .contains(matcher.group(2));
                followed++;
            }
        }
        assertThat(followed).as("links to sections followed").isPositive();
    }

    /** The anchors that GitHub gives to the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** The pages in the root directory and those below {@code docs}. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The lines between the marks, without the indentation they share. */
    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int from = indexOf(lines, "// tag::" + name, file);
        int to = indexOf(lines, "// end::" + name, file);
        List<String> region = lines.subList(from + 1, to);
        int indent = region.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        region.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indent)).append('\n'));
        return text.toString();
    }

    private static int indexOf(List<String> lines, String mark, Path file) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().equals(mark)) {
                return line;
            }
        }
        throw new AssertionError(file + " has no line " + mark);
    }
}
