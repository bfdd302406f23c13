package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryChangesTest {
    /** Items in these categories, several of one item separated by commas, none where blank. */
    private static Catalog of(String... categories) {
        List<Item> items = new ArrayList<>();
        for (String paths : categories) {
            String id = "i" + items.size();
            items.add(paths.isBlank() ? Item.of(id, "") : Item.of(id, "", paths.split(",")));
        }
        return new Catalog(items);
    }

    private static CategoryChanges between(List<String> before, List<String> after) {
        return CategoryChanges.between(of(before.toArray(String[]::new)), of(after.toArray(String[]::new)));
    }

    /** Where a category is now, by path. */
    private static String now(String category, List<String> before, List<String> after) {
        Catalog old = of(before.toArray(String[]::new));
        Catalog later = of(after.toArray(String[]::new));
        int number = old.categories().number(CategoryPath.parse(category)).orElseThrow();
        return CategoryChanges.between(old, later).now(number).stream()
                .mapToObj(there -> later.categories().path(there).toString())
                .findFirst()
                .orElse("gone");
    }

    private static List<String> times(int count, String category) {
        return Collections.nCopies(count, category);
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void sameTree_hasNoChanges() {
        List<String> tree = List.of("A>x", "A>y,B", "", "B");
        CategoryChanges none = between(tree, tree);
        assertThat(none.sentences()).isEmpty();
        assertThat(none.toString()).isBlank();
        assertThat(now("A>y", tree, tree)).isEqualTo("A>y");
    }

    @Test
    void renamedCategory_isWhereItsItemsLie() {
        List<String> before = List.of("A>x", "A>x", "A>y");
        List<String> after = List.of("A>X", "A>X", "A>y");
        assertThat(now("A>x", before, after)).isEqualTo("A>X");
        assertThat(now("A", before, after)).isEqualTo("A");
        assertThat(between(before, after)).hasToString("A>x is now A>X");
    }

    @Test
    void renamedDepartment_takesItsCategoriesAlong_andIsToldOnce() {
        List<String> before = List.of("A>x>1", "A>y", "B");
        List<String> after = List.of("Z>x>1", "Z>y", "B");
        assertThat(now("A>x>1", before, after)).isEqualTo("Z>x>1");
        assertThat(between(before, after)).hasToString("A is now Z");
    }

    @Test
    void mergedCategories_areBothTheOneTheyLieInNow() {
        List<String> before = List.of("A>x", "A>y", "A>z");
        List<String> after = List.of("A>x", "A>x", "A>z");
        assertThat(now("A>y", before, after)).isEqualTo("A>x");
        assertThat(between(before, after)).hasToString("A>y was merged into A>x");
        assertThat(between(before, List.of("A>w", "A>w", "A>z")))
                .hasToString("A>x was merged into A>w; A>y was merged into A>w");
    }

    @Test
    void categoryMergedIntoTheOneAbove_isThatOne() {
        List<String> before = List.of("A>x", "A>x", "A>y");
        List<String> after = List.of("A", "A", "A>y");
        assertThat(now("A>x", before, after)).isEqualTo("A");
        assertThat(between(before, after)).hasToString("A>x was merged into A");
    }

    @Test
    void splitCategory_isItsLargestPart_andTheOthersAreTold() {
        List<String> before = with(times(30, "A>x"), List.of("A>y"));
        List<String> after = with(with(times(8, "A>p"), times(20, "A>q")), List.of("A>r", "A>r", "A>y"));
        assertThat(now("A>x", before, after)).isEqualTo("A>q");
        CategoryChanges changes = between(before, after);
        // A>r has less than a tenth.
        assertThat(changes.sentences())
                .containsExactly(
                        "A>x was split into A>q (20 items) and A>p (8 items)", "10 items moved to other categories");
        assertThat(changes.changes().get(0).now().get(1))
                .isEqualTo(new CategoryChange.Part(CategoryPath.parse("A>p"), 8));
        assertThat(changes.changes().get(0).kind()).isEqualTo(CategoryChange.Kind.SPLIT);
    }

    @Test
    void equalParts_goByTheOrderOfTheTree() {
        assertThat(now("A>x", times(2, "A>x"), List.of("A>p", "A>q"))).isEqualTo("A>p");
    }

    @Test
    void deletedCategory_isGone_withThoseBelowIt() {
        List<String> before = List.of("A>x>1", "A>y", "B>z");
        List<String> after = List.of("", "A>y", "");
        assertThat(now("A>x", before, after)).isEqualTo("gone");
        assertThat(between(before, after)).hasToString("A>x is gone; B is gone");
    }

    @Test
    void movedItems_moveNoCategory_andAreCounted() {
        List<String> before = List.of("A>x", "A>x", "B>y");
        List<String> after = List.of("A>x", "B>y", "B>y");
        assertThat(now("A>x", before, after)).isEqualTo("A>x");
        assertThat(between(before, after)).hasToString("1 item moved to other categories");
    }

    /** All items of A>x are in C too, as they were: that says nothing of where A>x went. */
    @Test
    void categoryTheItemsWereInBefore_isNotWhereAnotherWent() {
        List<String> before = List.of("A>x,C>a", "A>x,C>a", "A>x,C>a");
        List<String> after = List.of("C>a,A>w", "C>a,A>w", "C>a");
        assertThat(now("A>x", before, after)).isEqualTo("A>w");
        assertThat(now("A>x", before, times(3, "C>a"))).isEqualTo("C>a"); // unless there is no other
    }

    @Test
    void manyChanges_areNotAllToldInOneLine() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int category = 0; category < 13; category++) {
            before.add("A>" + category);
            after.add("A>n" + category);
        }
        CategoryChanges changes = between(before, after);
        assertThat(changes.sentences()).hasSize(13);
        assertThat(changes.toString()).contains("A>9 is now A>n9").endsWith("; and 3 more");
    }

    @Test
    void catalogsOfDifferentItems_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(List.of("A"), List.of("A", "B")))
                .withMessageContaining("1 items, the other 2");
    }
}
