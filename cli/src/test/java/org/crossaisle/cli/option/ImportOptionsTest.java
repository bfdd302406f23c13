package org.crossaisle.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.Setting;
import org.crossaisle.io.ingest.ImportSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ImportOptionsTest {
    private static ImportSettings parsed(String... words) {
        ImportOptions options = new ImportOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options)).parseArgs(words);
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
                "--database-memory=128");
        assertThat(read.botEvents()).isEqualTo(7);
        assertThat(read.botEventsPerHour()).isEqualTo(6);
        assertThat(read.titleCharacters()).isEqualTo(5);
        assertThat(read.sessionGap()).isEqualTo(Duration.ofMinutes(4));
        assertThat(read.collapse()).isFalse();
        assertThat(read.databaseMemory()).isEqualTo(128);
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
                        assertThat(option.defaultValue()).isEqualTo(setting.byDefault());
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
