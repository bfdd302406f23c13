package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
    @Test
    void number_isThePlaceInTheList() {
        Catalog catalog = new Catalog(List.of(Item.of("a", "A"), Item.of("商品", "B")));
        assertThat(catalog.number("商品")).hasValue(1);
        assertThat(catalog.item(1).title()).isEqualTo("B");
        assertThat(catalog.number("c")).isEmpty();
    }

    @Test
    void oneIdTwice_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(List.of(Item.of("a", "A"), Item.of("a", "B"))))
                .withMessageContaining("the id a");
    }

    @Test
    void priceThatIsNone_isRefusedWithTheValue() {
        for (double price : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Item(
                            "a", "", "", List.of(), "", OptionalDouble.of(price), new TreeMap<String, String>(), ""))
                    .withMessageContaining(String.valueOf(price));
        }
    }

    @Test
    void withCategories_keepsAllElse() {
        Item plain = new Item(
                "a",
                "A",
                "",
                List.of(CategoryPath.parse("X")),
                "",
                OptionalDouble.empty(),
                new TreeMap<>(Map.of("colour", "red")),
                "");
        Catalog moved = new Catalog(List.of(plain)).withCategories(List.of(List.of(CategoryPath.parse("Y>Z"))));
        assertThat(moved.item(0).categories()).hasToString("[Y>Z]");
        assertThat(moved.item(0).withCategories(plain.categories())).isEqualTo(plain);
        assertThat(moved.categories().departments()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.withCategories(List.of()))
                .withMessageContaining("for 0 items, must be for 1");
    }
}
