package org.crossaisle.neural.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.text.TitleTokens;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.figures.PublicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles of real catalogs, where they are at hand: CROSSAISLE_DATA, or shared/data beside a directory above. */
class RealTitlesTest {
    private static final int BEAUTY = 400;
    private static final int CHINESE = 450;

    @TempDir
    Path cache;

    /** Of 600 items, 37 % had their nearest in their own category when this was written; of all pairs, 2 % were. */
    @Test
    void beautyTitle_isNearestToOneOfItsCategoryManyTimesAsOftenAsByChance() {
        Catalog catalog = catalog("amazon-beauty", BEAUTY);
        ContentVectors vectors = text(catalog, "titles are encoded by minilm: 400 of 400 titles in Latin script");
        BiPredicate<Integer, Integer> alike = (one, other) ->
                catalog.categories().of(one)[0] == catalog.categories().of(other)[0];
        assertThat(nearestShare(vectors, alike)).isGreaterThan(0.25);
        assertThat(anyShare(vectors.size(), alike)).isLessThan(0.05);
    }

    /**
     * The Chinese catalog has no categories; titles that begin alike are mostly of one brand or kind. 61 % to 3 %, as
     * above.
     */
    @Test
    void chineseTitle_isNearestToOneThatBeginsAlikeManyTimesAsOftenAsByChance() {
        Catalog catalog = catalog("chinese-catalog", CHINESE);
        ContentVectors vectors = text(catalog, "titles are encoded by bge-small-zh: ");
        BiPredicate<Integer, Integer> alike =
                (one, other) -> beginning(catalog.item(one)).equals(beginning(catalog.item(other)));
        assertThat(nearestShare(vectors, alike)).isGreaterThan(0.5);
        assertThat(anyShare(vectors.size(), alike)).isLessThan(0.1);
    }

    @Test
    void chineseTitles_areMostlyKnownTokens() {
        Catalog catalog = catalog("chinese-catalog", CHINESE);
        BitSet known = new BitSet();
        IntStream.range(0, CHINESE).filter(item -> item % 2 == 0).forEach(known::set);
        TitleTokens tokens = new TitleTokens(catalog, known, TitleTokens.Settings.DEFAULTS);
        int[] unseen = IntStream.range(0, CHINESE)
                .filter(item -> !known.get(item))
                .flatMap(item -> IntStream.of(tokens.of(item)))
                .toArray();
        long recognised = IntStream.of(unseen)
                .filter(token -> token != TitleTokens.UNKNOWN)
                .count();
        assertThat(unseen.length).isGreaterThan(2_000);
        assertThat(recognised / (double) unseen.length).isGreaterThan(0.5);
    }

    private ContentVectors text(Catalog catalog, String note) {
        BitSet known = new BitSet();
        known.set(0, catalog.size());
        Content content = Content.of(ContentSettings.DEFAULTS, catalog, known, cache, Progress.SILENT);
        assertThat(content.notes()).singleElement().asString().startsWith(note);
        return content.parts().get(0);
    }

    private static String beginning(Item item) {
        return item.title().substring(0, Math.min(2, item.title().length()));
    }

    private static double nearestShare(ContentVectors vectors, BiPredicate<Integer, Integer> alike) {
        return IntStream.range(0, vectors.size())
                        .filter(item -> alike.test(item, ContentTest.nearest(vectors, item)))
                        .count()
                / (double) vectors.size();
    }

    private static double anyShare(int items, BiPredicate<Integer, Integer> alike) {
        return IntStream.range(0, items)
                        .mapToLong(one -> IntStream.range(0, items)
                                .filter(other -> other != one && alike.test(one, other))
                                .count())
                        .sum()
                / (double) (items * (items - 1));
    }

    /** The first items of different titles. */
    private static Catalog catalog(String name, int most) {
        List<Item> items = new ArrayList<>();
        try (RowReader reader = TableFile.open(PublicData.found(name).resolve("items.csv.gz"))) {
            int id = reader.columns().indexOf("item_id");
            int title = reader.columns().indexOf("title");
            int category = reader.columns().indexOf("category_path");
            BitSet seen = new BitSet();
            while (reader.next() && items.size() < most) {
                int hash = reader.text(title).hashCode() & 0xffffff;
                if (!reader.text(title).isEmpty() && !seen.get(hash)) {
                    seen.set(hash);
                    items.add(
                            reader.text(category).isEmpty()
                                    ? Item.of(reader.text(id), reader.text(title))
                                    : Item.of(reader.text(id), reader.text(title), reader.text(category)));
                }
            }
        }
        assertThat(items).hasSize(most);
        return new Catalog(items);
    }
}
