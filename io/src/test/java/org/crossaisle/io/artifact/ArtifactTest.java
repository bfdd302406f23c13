package org.crossaisle.io.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.action.MusicActions;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.model.State;
import org.crossaisle.provenance.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {
    @TempDir
    Path directory;

    private final Catalog catalog = new Catalog(List.of(Item.of("a", "A", "X>Y"), Item.of("商品😀", "B")));
    private final Provenance provenance = Provenance.of(
            "transformer",
            "0.1.0",
            Instant.parse("2026-01-02T03:04:05Z"),
            Map.of("seed", "7"),
            Map.of("events", "ab12"));

    private Path write(float weight) {
        Path model = directory.resolve("model");
        Artifact.write(
                model,
                Map.of("recipe", "itemknn", "neighbours", 3),
                new State().put("weights", weight),
                catalog,
                Map.of("ndcg@10", 0.5),
                provenance);
        return model;
    }

    @Test
    void whatIsWritten_comesBack() {
        Artifact artifact = Artifact.read(write(1.5f));
        assertThat(artifact.settings()).containsEntry("recipe", "itemknn").containsEntry("neighbours", 3);
        assertThat(artifact.state().floats("weights")).containsExactly(1.5f);
        assertThat(artifact.metrics()).containsEntry("ndcg@10", 0.5);
        assertThat(artifact.provenance()).isEqualTo(provenance);
        artifact.requireFits(catalog);
    }

    @Test
    void shopWithOtherActions_isRefused() {
        List<Item> items =
                IntStream.range(0, catalog.size()).mapToObj(catalog::item).toList();
        Artifact artifact = Artifact.read(write(1f));
        assertThatThrownBy(() -> artifact.requireFits(new Catalog(items, MusicActions.ALL)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining(
                        "knows the actions return, view, cart, purchase, review, the shop has skip, play,");
    }

    @Test
    void secondModel_replacesTheFirstAndLeavesNothingBehind() throws IOException {
        write(1f);
        Artifact artifact = Artifact.read(write(2f));
        assertThat(artifact.state().floats("weights")).containsExactly(2f);
        try (var entries = Files.list(directory)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void anotherCatalog_isRefusedWithTheNumberOfDifferences() {
        Artifact artifact = Artifact.read(write(1f));
        Catalog other = new Catalog(List.of(Item.of("a", "A"), Item.of("c", "C"), Item.of("d", "D")));
        assertThatThrownBy(() -> artifact.requireFits(other))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("knows 2 items, the shop has 3; 2 of them differ");
    }

    @Test
    void categoriesOfTheTraining_areKept() throws IOException {
        Path model = write(1f);
        Catalog moved = new Catalog(List.of(Item.of("a", "New title", "X>Z", "W"), Item.of("商品😀", "B", "X>Y")));
        Catalog then = Artifact.read(model).inCategoriesOfTraining(moved);
        assertThat(then.item(0).categories()).hasToString("[X>Y]");
        assertThat(then.item(0).title()).isEqualTo("New title");
        assertThat(then.item(1).categories()).isEmpty();
        assertThat(Artifact.read(model).inCategoriesOfTraining(catalog)).isSameAs(catalog);
        Path file = model.resolve("vocabulary.json");
        String kept = Files.readString(file);
        Files.writeString(file, kept.replace("categoriesOfItems", "of"));
        assertThat(Artifact.read(model).inCategoriesOfTraining(moved)).isSameAs(moved);
        Files.writeString(file, kept.replace("[ 1 ]", "[ 7 ]"));
        assertThatThrownBy(() -> Artifact.read(model)).hasMessageContaining("categories cannot be read");
        Files.writeString(file, kept.replace("[ [ 1 ], [ ] ]", "[ [ 1 ] ]"));
        assertThatThrownBy(() -> Artifact.read(model)).hasMessageContaining("1 items, expected 2");
    }

    @Test
    void halfAModel_isNone() throws IOException {
        Path model = write(1f);
        Files.delete(model.resolve("metrics.json"));
        assertThatThrownBy(() -> Artifact.read(model)).hasMessageContaining("it has no file metrics.json");
    }

    @Test
    void changedVocabulary_isNoticed() throws IOException {
        Path model = write(1f);
        Path file = model.resolve("vocabulary.json");
        Files.writeString(file, Files.readString(file).replace("\"a\"", "\"b\""));
        assertThatThrownBy(() -> Artifact.read(model)).hasMessageContaining("was changed");
    }

    @Test
    void directoryWithSomethingElse_isNotOverwritten() throws IOException {
        Path model = directory.resolve("model");
        Files.createDirectories(model);
        Files.writeString(model.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> write(1f))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.STORAGE_FAILED))
                .hasMessageContaining("holds no model");
        assertThat(model.resolve("thesis.txt")).hasContent("years of work");
    }
}
