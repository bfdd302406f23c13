package org.crossaisle.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossaisle.RecsException;
import org.crossaisle.Setting;
import org.crossaisle.action.Action;
import org.crossaisle.io.column.DateOrder;
import org.crossaisle.io.column.DecimalMark;
import org.crossaisle.io.column.ListMeaning;
import org.crossaisle.io.ingest.ImportLimit;
import org.crossaisle.io.ingest.ImportSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ImportOptionsTest {
    private static ImportSettings parsed(String... words) {
        ImportOptions options = new ImportOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words);
        return options.over(ImportSettings.DEFAULTS);
    }

    @Test
    void everyOption_isReadBack() {
        ImportSettings read = parsed(
                "--bot-events=7",
                "--bot-events-per-hour=6",
                "--title-characters=5",
                "--session-gap=4",
                "--collapse=false",
                "--database-memory=128",
                "--date-order=dmy",
                "--time-zone=Europe/Berlin",
                "--null-words=gone,none",
                "--decimal=comma",
                "--action=read=view,star=cart",
                "--categories-are=set",
                "--category-separator=/",
                "--path-separator=,",
                "--category-levels=aisle,shelf",
                "--keep-column=rank",
                "--accept=dropped=0.6,items=3");
        assertThat(read.botEvents()).isEqualTo(7);
        assertThat(read.botEventsPerHour()).isEqualTo(6);
        assertThat(read.titleCharacters()).isEqualTo(5);
        assertThat(read.sessionGap()).isEqualTo(Duration.ofMinutes(4));
        assertThat(read.collapse()).isFalse();
        assertThat(read.databaseMemory()).isEqualTo(128);
        assertThat(read.dateOrder()).hasValue(DateOrder.DMY);
        assertThat(read.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(read.nullWords()).containsExactly("gone", "none");
        assertThat(read.decimal()).hasValue(DecimalMark.COMMA);
        assertThat(read.actions()).containsExactly(Map.entry("read", Action.VIEW), Map.entry("star", Action.CART));
        assertThat(read.categoriesAre()).hasValue(ListMeaning.SET);
        assertThat(read.categorySeparator()).isEqualTo("/");
        assertThat(read.pathSeparator()).isEqualTo(",");
        assertThat(read.categoryLevels()).containsExactly("aisle", "shelf");
        assertThat(read.keptColumns()).containsExactly("rank");
        assertThat(read.accepted())
                .containsExactly(Map.entry(ImportLimit.DROPPED, 0.6), Map.entry(ImportLimit.ITEMS, 3.0));
    }

    @Test
    void acceptAll_liftsEveryLimit() {
        assertThat(parsed("--accept", "all")).isEqualTo(ImportSettings.DEFAULTS.acceptingAll());
    }

    @Test
    void everyLimit_isInTheHelpWithItsValue() {
        for (ImportLimit limit : ImportLimit.values()) {
            assertThat(ImportSettings.ACCEPT_HELP)
                    .contains(limit.key() + " (" + limit.text() + ", "
                            + String.valueOf(limit.limit()).replaceAll("\\.0$", ""));
        }
    }

    @Test
    void wrongLimitsAndZones_areMistakes() {
        assertThatThrownBy(() -> parsed("--accept=droped=0.5"))
                .hasMessageContaining("there is no limit droped to accept. Nearest: dropped");
        assertThatThrownBy(() -> parsed("--accept=dropped")).hasMessageContaining("expected a limit and a number");
        assertThatThrownBy(() -> parsed("--time-zone=Mars")).hasMessageContaining("timeZone is Mars");
    }

    @Test
    void noOptions_areTheDefaults() {
        assertThat(parsed()).isEqualTo(ImportSettings.DEFAULTS);
    }

    @Test
    void everySetting_isAnOptionWithItsDefaultAndHelp() {
        List<OptionSpec> options =
                CommandSpec.forAnnotatedObject(new ImportOptions()).options();
        assertThat(options).hasSameSizeAs(ImportSettings.ALL);
        for (Setting setting : ImportSettings.ALL) {
            assertThat(options)
                    .filteredOn(option -> option.longestName().equals(setting.option()))
                    .singleElement()
                    .satisfies(option -> {
                        assertThat(Objects.requireNonNullElse(option.defaultValue(), ""))
                                .isEqualTo(setting.byDefault());
                        assertThat(option.description()[0]).startsWith(setting.help());
                    });
        }
    }

    @Test
    void aValueOutOfItsBounds_isAMistakeOfTheVerb() {
        assertThatThrownBy(() -> parsed("--database-memory=8"))
                .isInstanceOf(RecsException.class)
                .hasMessage("import: databaseMemory is 8, must be at least 64");
    }
}
