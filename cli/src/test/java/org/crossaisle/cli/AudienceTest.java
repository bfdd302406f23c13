package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Setting;
import org.crossaisle.audience.AudienceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class AudienceTest {
    @TempDir
    static Path directory;

    private static String at(String name) {
        return directory.resolve(name).toString();
    }

    @BeforeAll
    static void importShop() {
        Call.of(
                        "simulate",
                        "--users",
                        "2000",
                        "--items",
                        "600",
                        "--events",
                        "60000",
                        "--seed",
                        "1",
                        "--out",
                        at("files"))
                .endsWith(0);
        Call.of(
                        "import",
                        "--events",
                        at("files/events.csv.gz"),
                        "--items",
                        at("files/items.csv.gz"),
                        "--users",
                        at("files/users.csv.gz"),
                        "--user-columns",
                        "age_group",
                        "--shop",
                        at("shop"))
                .endsWith(0);
    }

    private static Call audience(String... options) {
        List<String> all = new ArrayList<>(List.of("audience", "--shop", at("shop")));
        all.addAll(List.of(options));
        return Call.of(all.toArray(String[]::new));
    }

    @Test
    void audience_isShownWithWhatItWouldHaveBeenWorth_andWritten() throws IOException {
        Path ids = Files.write(
                directory.resolve("ids.txt"),
                IntStream.range(0, 2000)
                        .mapToObj(user -> String.format("u%07d", user))
                        .toList());
        Call call = audience(
                        "--category",
                        "Sports",
                        "--size",
                        "100",
                        "--exclude-days",
                        "0",
                        "--ids",
                        ids.toString(),
                        "--out",
                        at("audience.csv"))
                .endsWith(0);
        assertThat(call.out())
                .contains("Sports, within 30 days: 100 of ")
                .contains("10 of them the control group")
                .containsPattern("lift of the most likely 5 %: \\d+\\.\\d\\d \\[")
                .contains("share of those who came");
        List<String> lines = Files.readAllLines(directory.resolve("audience.csv"));
        assertThat(lines).hasSize(101);
        assertThat(lines.get(0)).isEqualTo("user,probability,control,age_group");
        assertThat(lines.subList(1, 101)).allMatch(line -> line.matches("u\\d{7},0\\.\\d{6},(true|false),[^,]+"));
        assertThat(lines.stream().filter(line -> line.contains(",true,"))).hasSize(10);
    }

    @Test
    void withoutIds_usersAreHashes() throws IOException {
        audience("--category", "Sports", "--size", "5", "--exclude-days", "0", "--out", at("hashes.csv"))
                .endsWith(0);
        assertThat(Files.readAllLines(directory.resolve("hashes.csv")).subList(1, 6))
                .allMatch(line -> line.matches("[0-9a-f]{32},0\\.\\d{6},(true|false),[^,]+"));
    }

    @Test
    void everySetting_isAnOptionWithItsDefaultAndHelp() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new AudienceCommand());
        for (Setting setting : AudienceSettings.ALL) {
            OptionSpec option = spec.findOption(setting.option());
            assertThat(option).as(setting.name()).isNotNull();
            assertThat(option.defaultValue()).isEqualTo(setting.byDefault());
            assertThat(option.description()[0]).startsWith(setting.help());
        }
    }

    @Test
    void whatIsWrong_isNamed() {
        audience("--category", "Sprots", "--size", "5")
                .isMisuse("there is no category \"Sprots\" at level 0", "nearest: Sports");
        audience("--category", "Sports", "--size", "0").isMisuse("size is 0, must be at least 1");
        audience("--category", "Sports", "--size", "5", "--control", "1").isMisuse("control is 1.0, must be in [0, 1)");
        audience("--category", ">", "--size", "5").isMisuse("blank");
    }
}
