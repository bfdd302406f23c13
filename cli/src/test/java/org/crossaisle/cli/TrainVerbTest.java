package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} does beside training: where it writes, and what it leaves alone. */
@ExtendWith(TrainedShop.Once.class)
class TrainVerbTest {
    private final TrainedShop shop;

    @TempDir
    Path directory;

    TrainVerbTest(TrainedShop shop) {
        this.shop = shop;
    }

    private Call train(Path model) {
        return Call.of("train", "--shop", shop.shop(), "--recipe", "popular", "--model", model.toString());
    }

    private Path precious(String name) throws IOException {
        Path neighbour = Files.createDirectories(directory.resolve(name));
        return Files.writeString(neighbour.resolve("notes.txt"), "precious");
    }

    @Test
    void validation_isMeasuredOnADrawnSampleOfUsers() {
        Path model = directory.resolve("m");
        String[] arguments = {
            "train",
            "--shop",
            shop.shop(),
            "--recipe",
            "popular",
            "--validation-users",
            "50",
            "--model",
            model.toString()
        };
        String out = Call.of(arguments).endsWith(0).out();
        assertThat(out)
                .containsPattern("chosen on \\d+ validation targets .*, measured on 50 of them \\(50 users\\): ");
        assertThat(Call.of(arguments).endsWith(0).out()).isEqualTo(out);
        assertThat(train(model).endsWith(0).out()).doesNotContain("measured on");
        arguments[6] = "0";
        Call.of(arguments).isMisuse("--validation-users: most is 0, must be at least 1");
    }

    @Test
    void neighbours_areLeftAlone() throws IOException {
        Path old = precious("m.old");
        Path next = precious("m.next");
        train(directory.resolve("m")).endsWith(0);
        train(directory.resolve("m")).endsWith(0);
        assertThat(old).hasContent("precious");
        assertThat(next).hasContent("precious");
        assertThat(directory.resolve("m.training")).doesNotExist();
    }

    @Test
    void placeThatIsTaken_isRefusedBeforeTheShopIsEvenOpened() throws IOException {
        precious("m");
        Files.writeString(directory.resolve("n.training"), "precious");
        for (String name : new String[] {"m", "n"}) {
            Call call = Call.of(
                            "train",
                            "--shop",
                            directory.resolve("nowhere").toString(),
                            "--recipe",
                            "popular",
                            "--model",
                            directory.resolve(name).toString())
                    .endsWith(1);
            assertThat(call.err())
                    .hasLineCount(1)
                    .contains(directory.resolve(name).toString(), "choose another");
        }
    }

    @Test
    void shopThatLiesElsewhere_isToldToWhoeverAsksTheModel_unlessItIsNamed() {
        Path model = directory.resolve("m");
        train(model).endsWith(0);
        String note = "crossaisle: note: the model " + model + " was trained on the shop ";
        assertThat(shop.recommend(model.toString(), TrainedShop.KNOWN)
                        .endsWith(0)
                        .err())
                .startsWith(note);
        assertThat(shop.recommend(model.toString(), TrainedShop.KNOWN, "--shop", shop.shop())
                        .endsWith(0)
                        .err())
                .isEmpty();
        assertThat(shop.recommend(shop.counting(), TrainedShop.KNOWN)
                        .endsWith(0)
                        .err())
                .isEmpty();
    }
}
