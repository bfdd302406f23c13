package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.crossaisle.Setting;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.cli.option.SplitOptions;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.recipe.RecipeSettings;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.io.settings.RecordHelp;
import org.crossaisle.io.table.TableOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page on settings is made from their declarations. {@code -Dsnippets=write} writes it. */
class SettingsPageTest {
    private static final Path PAGE =
            Path.of("..").toAbsolutePath().normalize().resolve("docs").resolve("settings.md");

    @Test
    void thePage_isMadeFromTheDeclarations() throws IOException {
        String expected = page();
        if ("write".equals(System.getProperty("snippets"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).hasContent(expected);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Settings

                This page is made from the declarations of the settings, which the command line, the HTTP interface and the
                checks read as well. To write it again: `mvn -pl cli -am test -Dtest=SettingsPageTest -Dsnippets=write
                -Dsurefire.failIfNoSpecifiedTests=false`.

                ## Lists

                For `recommend`, for `GET /v1/users/{user}/recommendations`, and, except for count, basket and categories, for
                all lists of a server: `serve --cross-share calibrated` or `-Dcrossaisle.lists.crossShare=calibrated`.

                """);
        table(page, ListSettings.WITH_COUNT);
        page.append("\n## Audiences\n\nFor `audience` and `POST /v1/audiences`.\n\n");
        table(page, AudienceSettings.ALL);
        page.append("\n## Import\n\nFor `import`.\n\n");
        table(page, ImportSettings.ALL);
        page.append("\nHow the files are read, all of them or, as in `--delimiter 'events=;'`, one table:\n\n");
        table(page, TableOptions.ALL);
        page.append("\n## Splits\n\nFor `evaluate`, `train` and `tune`.\n\n| option | help |\n|---|---|\n");
        for (OptionSpec option :
                CommandSpec.forAnnotatedObject(new SplitOptions()).options()) {
            String byDefault = Objects.requireNonNullElse(option.defaultValue(), "none");
            String help = String.join(" ", option.description()).replace("${DEFAULT-VALUE}", byDefault);
            row(page, code(option.longestName()), help);
        }
        page.append("""

                ## Recipes

                In a YAML file, or with `--set RECIPE.KEY=VALUE`. A key may be written without what stands before its last dot
                where that is unambiguous. The value shown is the default. `crossaisle models --recipe NAME` prints the same
                table; for a recipe within a recipe, see its own.
                """);
        for (String recipe : Recipes.names()) {
            List<RecordHelp.Line> lines = RecipeSettings.of(Recipes.of(recipe));
            page.append("\n### ").append(recipe).append("\n\n| setting | value | help |\n|---|---|---|\n");
            lines.forEach(line -> row(page, code(line.key()), code(line.value()), line.help()));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, List<Setting> settings) {
        page.append("| setting | option | default | values | help |\n|---|---|---|---|---|\n");
        settings.forEach(setting -> row(
                page,
                code(setting.name()),
                code(setting.option()),
                code(setting.byDefault()),
                setting.bound(),
                setting.help()));
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("|");
        for (String cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "|" : " |");
        }
        page.append('\n');
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
