package org.crossaisle.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.crossaisle.RecsException;
import org.crossaisle.Setting;
import org.crossaisle.io.table.TableOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ReadingOptionsTest {
    private static SortedMap<String, TableOptions> parsed(String... words) {
        ReadingOptions options = new ReadingOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options)).parseArgs(words);
        return options.byTable();
    }

    private static TableOptions of(SortedMap<String, TableOptions> options, String table) {
        return Objects.requireNonNull(options.get(table));
    }

    @Test
    void everyOption_isReadBack_forAllTablesAndForOne() {
        SortedMap<String, TableOptions> read = parsed(
                "--encoding=GB18030",
                "--delimiter=items=;",
                "--quote=none",
                "--escape=backslash",
                "--no-header",
                "--unnest=events=lines",
                "--query=events=SELECT 1, 2");
        assertThat(of(read, "events"))
                .isEqualTo(new TableOptions("GB18030", "", "none", "backslash", true, "lines", "SELECT 1, 2"));
        assertThat(of(read, "items")).isEqualTo(new TableOptions("GB18030", ";", "none", "backslash", true, "", ""));
        assertThat(of(parsed("--no-header", "items"), "events").noHeader()).isFalse();
        assertThat(of(parsed("--no-header", "items"), "items").noHeader()).isTrue();
    }

    @Test
    void noOptions_areTheDefaults() {
        assertThat(parsed().values()).hasSize(4).containsOnly(TableOptions.DEFAULTS);
    }

    @Test
    void everySetting_isAnOptionWithItsHelp() {
        List<OptionSpec> options =
                CommandSpec.forAnnotatedObject(new ReadingOptions()).options();
        assertThat(options).hasSameSizeAs(TableOptions.ALL);
        for (Setting setting : TableOptions.ALL) {
            assertThat(options)
                    .filteredOn(option -> option.longestName().equals(setting.option()))
                    .singleElement()
                    .satisfies(option -> assertThat(option.description()[0]).startsWith(setting.help()));
        }
    }

    @Test
    void valueThatIsNone_isMisuse() {
        assertThatThrownBy(() -> parsed("--delimiter", "::"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("delimiter is \"::\"");
    }
}
