package org.crossaisle.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossaisle.Setting;
import org.crossaisle.io.settings.ListSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class DialOptionsTest {
    @Test
    void everyOption_isReadBackUnderTheNameOfItsSetting() {
        DialOptions options = new DialOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options))
                .parseArgs(
                        "--scope=cross",
                        "--cross-share=0.5",
                        "--level=1",
                        "--exclude-categories=Toys",
                        "--diversity=mmr:0.3",
                        "--window=2/5@1");
        assertThat(options.texts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ListSettings.SCOPE, "cross",
                        ListSettings.CROSS_SHARE, "0.5",
                        ListSettings.LEVEL, "1",
                        ListSettings.EXCLUDE_CATEGORIES, "Toys",
                        ListSettings.DIVERSITY, "mmr:0.3",
                        ListSettings.WINDOW, "2/5@1"));
    }

    @Test
    void everySettingOfAList_isAnOptionWithItsHelp() {
        List<OptionSpec> options =
                CommandSpec.forAnnotatedObject(new CrossingOptions()).options();
        assertThat(options).hasSameSizeAs(ListSettings.ALL);
        for (Setting setting : ListSettings.ALL) {
            assertThat(options)
                    .filteredOn(option -> option.longestName().equals(setting.option()))
                    .singleElement()
                    .satisfies(option -> assertThat(option.description()[0]).startsWith(setting.help()));
        }
    }
}
