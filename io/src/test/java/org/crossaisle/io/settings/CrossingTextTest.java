package org.crossaisle.io.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.recommend.crossing.CategoryFilter;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.recommend.rerank.Calibrated;
import org.crossaisle.recommend.rerank.Dpp;
import org.crossaisle.recommend.rerank.Mmr;
import org.crossaisle.recommend.rerank.Similarity;
import org.crossaisle.recommend.rerank.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTextTest {
    private final Catalog catalog = new Catalog(List.of(
            Item.of("shoe", "", "Sports>Running"),
            Item.of("puzzle, 100", "", "Toys, Games & Puzzles>Puzzles"),
            Item.of("cream", "", "Beauty")));

    private Crossing read(Map<String, String> texts) {
        return new CrossingText(texts).read(catalog, 0, 2);
    }

    @Test
    void everyName_isReadIntoItsPart() {
        assertThat(CrossingText.NAMES).hasSize(8);
        assertThat(read(Map.of())).isEqualTo(Crossing.any(0));
        assertThat(read(Map.of("scope", "complement", "basket", "cream,puzzle, 100,cream", "level", "1")))
                .isEqualTo(Crossing.complement(List.of(2, 1), 1));
        assertThat(read(Map.of("crossShare", "0.3"))).isEqualTo(Crossing.share(0.3, 0));
        assertThat(read(Map.of("crossShare", "calibrated"))).isEqualTo(Crossing.share(new CrossShare.Calibrated(), 0));
        assertThat(read(Map.of("diversity", "calibrated:0.5, mmr:0.3:vectors,dpp:1", "window", "2/5")))
                .isEqualTo(Crossing.any(0)
                        .rerankedBy(
                                new Calibrated(0.5),
                                new Mmr(0.3, Similarity.VECTORS),
                                new Dpp(1, Similarity.CATEGORIES))
                        .withWindow(new Window(2, 5, 0)));
        assertThat(read(Map.of("window", "1/3@1", "level", "0")))
                .isEqualTo(Crossing.any(0).withWindow(new Window(1, 3, 1)));
        assertThat(read(Map.of("categories", "Toys, Games & Puzzles,Sports > Running", "excludeCategories", "Beauty")))
                .isEqualTo(Crossing.any(0)
                        .in(new CategoryFilter(
                                List.of(
                                        CategoryPath.parse("Toys, Games & Puzzles"),
                                        CategoryPath.parse("Sports>Running")),
                                List.of(CategoryPath.parse("Beauty")))));
    }

    @Test
    void textOfAReranker_isReadAsTheSame() {
        for (String text : List.of("calibrated:0.5", "mmr:0.25", "dpp:1.0:vectors")) {
            assertThat(read(Map.of("diversity", text)).rerankers().get(0)).hasToString(text);
        }
        assertThat(read(Map.of("window", "2/5@1")).window().orElseThrow()).hasToString("window:2/5@1");
    }

    @Test
    void whatIsAsked_goesBeforeWhatIsSettled() {
        CrossingText settled = new CrossingText(
                Map.of("crossShare", "0.3", "diversity", "mmr:0.3", "window", "2/5", "excludeCategories", "Beauty"));
        Crossing bare = new CrossingText(Map.of("diversity", "none", "window", "none", "crossShare", "none"))
                .over(settled)
                .read(catalog, 0, 2);
        assertThat(bare)
                .isEqualTo(Crossing.any(0).in(new CategoryFilter(List.of(), List.of(CategoryPath.parse("Beauty")))));
        assertThat(CrossingText.NONE.over(settled)).isEqualTo(settled);
        Crossing across =
                new CrossingText(Map.of("scope", "cross")).over(settled).read(catalog, 0, 2);
        assertThat(across.scope()).isEqualTo(Scope.CROSS); // and the share that is settled does not stand in its way
        assertThat(across.rerankers()).hasSize(1);
        assertThat(across.window()).isPresent();
        CrossingText settledScope = new CrossingText(Map.of("scope", "within"));
        assertThat(new CrossingText(Map.of("crossShare", "0.5"))
                        .over(settledScope)
                        .read(catalog, 0, 2))
                .isEqualTo(Crossing.share(0.5, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope|all|scope is \"all\", must be one of any, within, cross, complement",
                "scope|complement|needs a basket",
                "basket|shoe|needs the scope COMPLEMENT",
                "basket|boot|basket: the catalog has no item \"boot\"",
                "basket|''|basket: the catalog has no item \"\"",
                "crossShare|1.5|crossShare is 1.5, must be in [0, 1]",
                "crossShare|half|crossShare is \"half\", must be a number in [0, 1], calibrated or none",
                "level|2|level is 2, must be a whole number in [0, 1]",
                "level|x|level is \"x\", must be a whole number in [0, 1]",
                "categories|Sport>Runing|categories: the catalog has no category \"Sport>Runing\"; nearest: \"Sports>Running\"",
                "categories|Sports,,Beauty|the catalog has no category \"\"",
                "excludeCategories|>|excludeCategories: the catalog has no category \">\"",
                "diversity|mrr:0.3|nearest: mmr",
                "diversity|mmr|diversity is \"mmr\", must be",
                "diversity|mmr:x|diversity is \"mmr:x\", must be",
                "diversity|calibrated:0.3:vectors|must be",
                "diversity|mmr:2|the weight of mmr is 2.0, must be in [0, 1]",
                "window|5/2|the window is 5 in 2 places",
                "window|2 of 5|window is \"2 of 5\", must be MOST/PLACES@LEVEL"
            })
    void wrongText_isRefusedWithWhatIsNeeded(String name, String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(name, text)))
                .withMessageContaining(message);
    }

    @Test
    void unknownName_isRefusedWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossingText(Map.of("crosshare", "0.3")))
                .withMessageContaining("nearest: crossShare");
    }
}
