package org.crossaisle.neural.content.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.junit.jupiter.api.Test;

class TitleTokensTest {
    private static final TitleTokens.Settings ALL = new TitleTokens.Settings(1, 1_000, 48);

    @Test
    void englishTitle_isItsWordsInLowerCase() {
        TitleTokens tokens = tokens(ALL, 2, "OPI Nail Lacquer, 0.5-Fluid Ounce", "nail file");
        assertThat(tokens.of(0))
                .containsExactly(
                        tokens.number("opi"),
                        tokens.number("nail"),
                        tokens.number("lacquer"),
                        tokens.number("0"),
                        tokens.number("5"),
                        tokens.number("fluid"),
                        tokens.number("ounce"));
        assertThat(tokens.of(1)).containsExactly(tokens.number("nail"), tokens.number("file"));
        assertThat(tokens.of(0)).doesNotContain(TitleTokens.UNKNOWN, TitleTokens.PADDING);
        assertThat(tokens.number("nail")).isEqualTo(2); // the one most items have comes first
        assertThat(tokens.size()).isEqualTo(2 + 8);
    }

    @Test
    void chineseTitle_isItsCharactersAndPairs() {
        TitleTokens tokens = tokens(ALL, 1, "MUJI化妆水 ４００ML");
        assertThat(tokens.of(0))
                .containsExactly(
                        tokens.number("muji"),
                        tokens.number("化"),
                        tokens.number("化妆"),
                        tokens.number("妆"),
                        tokens.number("妆水"),
                        tokens.number("水"),
                        tokens.number("400ml"));
        assertThat(tokens.of(0)).doesNotContain(TitleTokens.UNKNOWN);
    }

    @Test
    void charactersApart_areNoPair() {
        assertThat(tokens(ALL, 1, "化 妆").of(0)).hasSize(2);
    }

    @Test
    void vocabulary_isOfTrainingItemsAlone() {
        TitleTokens tokens = tokens(ALL, 1, "red nail", "blue nail 化妆");
        assertThat(tokens.of(1))
                .containsExactly(TitleTokens.UNKNOWN, tokens.number("nail"), TitleTokens.UNKNOWN, TitleTokens.UNKNOWN);
    }

    @Test
    void rareTokens_areUnknown() {
        TitleTokens tokens = tokens(new TitleTokens.Settings(2, 1_000, 48), 3, "red nail nail", "blue nail", "red");
        assertThat(tokens.size()).isEqualTo(2 + 2);
        assertThat(tokens.number("blue")).isEqualTo(TitleTokens.UNKNOWN);
        assertThat(tokens(new TitleTokens.Settings(2, 1_000, 48), 1, "nail nail")
                        .size())
                .isEqualTo(2); // twice in one title is once
    }

    @Test
    void fullVocabulary_keepsWhatMostItemsHave() {
        TitleTokens tokens = tokens(new TitleTokens.Settings(1, 2, 48), 3, "red nail", "nail file", "file a nail");
        assertThat(tokens.size()).isEqualTo(2 + 2);
        assertThat(List.of(tokens.number("nail"), tokens.number("file"), tokens.number("red")))
                .containsExactly(2, 3, TitleTokens.UNKNOWN);
    }

    @Test
    void longTitle_isCut() {
        assertThat(tokens(new TitleTokens.Settings(1, 1_000, 3), 1, "one two three four")
                        .of(0))
                .hasSize(3);
    }

    @Test
    void itemWithoutTitle_hasNoTokens() {
        assertThat(tokens(ALL, 1, "nail", "").of(1)).isEmpty();
    }

    @Test
    void sameCatalog_givesTheSameNumbers() {
        String[] titles = {"red nail polish", "blue nail polish", "polish remover 化妆水"};
        TitleTokens first = tokens(ALL, 3, titles);
        TitleTokens second = tokens(ALL, 3, titles);
        for (int item = 0; item < titles.length; item++) {
            assertThat(second.of(item)).isEqualTo(first.of(item));
        }
        assertThat(List.of(first.number("nail"), first.number("blue"), first.number("red")))
                .containsExactly(
                        3, 4, 5); // polish and nail, which most items have, are 2 and 3; then it goes by the alphabet
    }

    @Test
    void settingsOutOfBounds_areRefused() {
        assertThatThrownBy(() -> new TitleTokens.Settings(0, 1, 1)).hasMessageContaining("minimumItems is 0");
        assertThatThrownBy(() -> new TitleTokens.Settings(1, 0, 1)).hasMessageContaining("maximumSize is 0");
        assertThatThrownBy(() -> new TitleTokens.Settings(1, 1, 0)).hasMessageContaining("maximumLength is 0");
    }

    private static TitleTokens tokens(TitleTokens.Settings settings, int known, String... titles) {
        List<Item> items = new ArrayList<>();
        for (String title : titles) {
            items.add(Item.of("i" + items.size(), title));
        }
        BitSet training = new BitSet();
        training.set(0, known);
        return new TitleTokens(new Catalog(items), training, settings);
    }
}
