package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryPathTest {
    @Test
    void text_givesLevelsWithoutWhiteSpaceAround() {
        CategoryPath path = CategoryPath.parse("Beauty > Make up>指甲油");
        assertThat(path.levels()).containsExactly("Beauty", "Make up", "指甲油");
        assertThat(path.department()).isEqualTo("Beauty");
        assertThat(path.name()).isEqualTo("指甲油");
        assertThat(path).hasToString("Beauty>Make up>指甲油");
    }

    @Test
    void blankLevel_isRefusedWithThePath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryPath.parse("Beauty>>Nails"))
                .withMessageContaining("[Beauty, , Nails]");
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryPath.parse(" "));
    }

    @Test
    void cutBelowItsEnd_staysWhole() {
        CategoryPath path = CategoryPath.parse("A>B>C");
        assertThat(path.upTo(0)).isEqualTo(CategoryPath.parse("A"));
        assertThat(path.upTo(1)).isEqualTo(CategoryPath.parse("A>B"));
        assertThat(path.upTo(7)).isSameAs(path);
    }

    @Test
    void within_meansEqualOrBelow() {
        CategoryPath path = CategoryPath.parse("A>B>C");
        assertThat(path.isWithin(CategoryPath.parse("A>B"))).isTrue();
        assertThat(path.isWithin(path)).isTrue();
        assertThat(path.isWithin(CategoryPath.parse("A>C"))).isFalse();
        assertThat(CategoryPath.parse("A").isWithin(path)).isFalse();
    }

    @Test
    void fortyLevels_areAPathLikeAnyOther() {
        List<String> names = java.util.stream.IntStream.range(0, 40)
                .mapToObj(level -> "level " + level)
                .toList();
        CategoryPath path = CategoryPath.parse(String.join(">", names));
        assertThat(path.depth()).isEqualTo(40);
        assertThat(path.levels()).isEqualTo(names);
    }
}
