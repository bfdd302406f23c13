package org.crossaisle.neural.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.setting.Pooling;
import org.crossaisle.neural.content.text.TextEncoderTest;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
    private static final String[] ENGLISH = {
        "Waterproof camping tent for four",
        "Family tent with footprint, two rooms",
        "Red nail polish, quick dry",
        "Nail lacquer, crackle effect",
        "Ceramic hair dryer 1875 Watt",
        "Ionic hair dryer with diffuser",
        "",
        "Light one person tent for hiking"
    };
    private static final String[] CHINESE = {
        "露营帐篷 户外 防水 四人", "一室一厅 家庭 帐篷", "无印良品 MUJI 基础润肤化妆水", "保湿爽肤水 敏感肌 400ml", "蓝牙耳机 降噪", "无线耳机 运动"
    };

    @TempDir
    Path directory;

    @Test
    void englishTitles_areVectorsInWhichLikeIsNearest() {
        Content content = of(text("auto"), catalog(ENGLISH), 6);
        assertThat(content.notes()).containsExactly("titles are encoded by minilm: 7 of 7 titles in Latin script");
        ContentVectors vectors = content.parts().get(0);
        assertThat(vectors.name()).isEqualTo("text");
        assertThat(vectors.size()).isEqualTo(ENGLISH.length);
        assertThat(vectors.dimension()).isEqualTo(5); // six training items span five directions around their mean
        assertThat(nearest(vectors, 7)).isIn(0, 1);
    }

    @Test
    void chineseTitles_areReadByTheChineseEncoder() {
        Content content = of(text("auto"), catalog(CHINESE), 6);
        assertThat(content.notes()).containsExactly("titles are encoded by bge-small-zh: 6 of 6 titles in Chinese");
        assertThat(content.parts())
                .singleElement()
                .satisfies(vectors -> assertThat(present(vectors)).isEqualTo(6));
    }

    @Test
    void itemWithoutTitle_isAbsentAndZero() {
        ContentVectors vectors = of(text("minilm"), catalog(ENGLISH), 6).parts().get(0);
        assertThat(vectors.isPresent(6)).isFalse();
        assertThat(vectors.isPresent(7)).isTrue();
        assertThat(present(vectors)).isEqualTo(7);
        assertThat(vectors.row(6)).hasSize(5).containsOnly(0);
    }

    @Test
    void catalogWithoutTitles_leavesTextOutAndSaysSo() {
        Content content = of(text("auto"), catalog("", " ", ""), 3);
        assertThat(content.parts()).isEmpty();
        assertThat(content.notes()).containsExactly("text is left out: no item has a title");
    }

    @Test
    void titlesOfNewItemsOnly_leaveTextOutAndSaySo() {
        Content content = of(text("minilm"), catalog("", "", "tent", "bag"), 2);
        assertThat(content.parts()).isEmpty();
        assertThat(content.notes()).singleElement().asString().startsWith("text is left out: too few training items");
    }

    @Test
    void languageNoEncoderServes_isRefusedUnlessTextIsNone() {
        Catalog russian = catalog("Палатка", "Спальный мешок");
        assertThatThrownBy(() -> of(text("auto"), russian, 2))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("2 of 2 titles in Cyrillic script");
        assertThat(of(text("none"), russian, 2)).isEqualTo(new Content(List.of(), List.of()));
    }

    @Test
    void encoderAndDimensions_changeTheVectors() {
        Catalog catalog = catalog(ENGLISH);
        ContentVectors minilm = of(text("minilm"), catalog, 6).parts().get(0);
        ContentVectors bge = of(text("bge-small-en"), catalog, 6).parts().get(0);
        assertThat(bge.row(0)).isNotEqualTo(minilm.row(0));
        assertThat(bge.fingerprint()).isNotEqualTo(minilm.fingerprint());
        ContentSettings two = new ContentSettings(
                "minilm", Pooling.MEAN, 2, List.of(), ContentSettings.Image.NONE, ContentSettings.Sound.NONE);
        ContentVectors cut = of(two, catalog, 6).parts().get(0);
        assertThat(cut.row(0)).containsExactly(minilm.row(0)[0], minilm.row(0)[1]);
    }

    @Test
    void fingerprint_isOfEncoderTitlesAndTrainingItems() {
        String first = fingerprint(6, ENGLISH);
        assertThat(fingerprint(6, ENGLISH)).isEqualTo(first).hasSize(64);
        assertThat(fingerprint(5, ENGLISH)).isNotEqualTo(first);
        String[] changed = ENGLISH.clone();
        changed[7] = "Heavy tent";
        assertThat(fingerprint(6, changed)).isNotEqualTo(first);
    }

    @Test
    void severalKinds_areAPartEach() throws IOException {
        Path sound = directory.resolve("sound-of-it.csv");
        Files.writeString(sound, "item_id,v0,v1\ni0,1,0\ni1,0,1\ni2,3,4\nzz,1,1\n");
        Content content = of(
                new ContentSettings(
                        "minilm",
                        Pooling.MEAN,
                        128,
                        List.of(sound.toString()),
                        ContentSettings.Image.NONE,
                        ContentSettings.Sound.NONE),
                catalog(ENGLISH),
                6);
        assertThat(content.parts()).extracting(ContentVectors::name).containsExactly("text", "sound-of-it");
        assertThat(content.parts()).extracting(ContentTest::present).containsExactly(7, 3);
        assertThat(content.notes())
                .containsExactly("sound-of-it: 1 of 4 vectors belong to items that are not in the catalog");
    }

    @Test
    void vectorsTooLongToWhiten_areRefused() throws IOException {
        Path wide = directory.resolve("wide.jsonl");
        Files.writeString(wide, "{\"item\": \"i0\", \"vector\": [1" + ",1".repeat(8_192) + "]}");
        ContentSettings settings = new ContentSettings(
                "none",
                Pooling.MEAN,
                128,
                List.of(wide.toString()),
                ContentSettings.Image.NONE,
                ContentSettings.Sound.NONE);
        assertThatThrownBy(() -> of(settings, catalog("tent"), 1))
                .hasMessageContaining("wide have 8193 values, at most 8192");
    }

    private String fingerprint(int known, String... titles) {
        return of(text("minilm"), catalog(titles), known).parts().get(0).fingerprint();
    }

    private Content of(ContentSettings settings, Catalog catalog, int known) {
        BitSet training = new BitSet();
        training.set(0, known);
        return Content.of(settings, catalog, training, directory.resolve("cache"), Progress.SILENT);
    }

    private static int present(ContentVectors vectors) {
        return (int)
                IntStream.range(0, vectors.size()).filter(vectors::isPresent).count();
    }

    private static ContentSettings text(String encoder) {
        return new ContentSettings(
                encoder, Pooling.MEAN, 128, List.of(), ContentSettings.Image.NONE, ContentSettings.Sound.NONE);
    }

    private static Catalog catalog(String... titles) {
        List<Item> items = new ArrayList<>();
        for (String title : titles) {
            items.add(Item.of("i" + items.size(), title));
        }
        return new Catalog(items);
    }

    static int nearest(ContentVectors vectors, int to) {
        return IntStream.range(0, vectors.size())
                .filter(item -> item != to && vectors.isPresent(item))
                .boxed()
                .max(Comparator.comparingDouble(item -> TextEncoderTest.cosine(vectors.row(to), vectors.row(item))))
                .orElseThrow();
    }
}
