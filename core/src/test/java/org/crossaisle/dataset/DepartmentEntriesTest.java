package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class DepartmentEntriesTest {
    private static final long DAY = 86_400;

    /**
     * Items 0 to 9 in A, 10 to 19 in B, 20 to 29 in C, 30 in A and C, 31 in no department; hours within a day differ.
     */
    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 30; item++) {
            items.add(Item.of("i" + item, "", List.of("A>a", "B>b", "C").get(item / 10)));
        }
        items.add(Item.of("i30", "", "A>a", "C"));
        items.add(Item.of("i31", ""));
        return new Catalog(items);
    }

    /** Each row {day, item}. */
    private static void add(DatasetBuilder builder, int[]... rows) {
        builder.startUser();
        for (int at = 0; at < rows.length; at++) {
            builder.add(rows[at][1], rows[at][0] * DAY + at, Action.PURCHASE);
        }
    }

    /** The one user asked for, and a crowd of whom some are drawn for validation. */
    private static Split splitWith(int[]... rows) {
        DatasetBuilder builder = new DatasetBuilder(catalog());
        add(builder, rows);
        for (int user = 0; user < 60; user++) {
            add(builder, new int[] {1, user % 10}, new int[] {2, user / 6}, new int[] {3, 3}, new int[] {4, 10});
        }
        return new DepartmentEntries().of(builder.build());
    }

    private static List<Target> entriesOf(Split split, int user) {
        return Stream.concat(split.validation().stream(), split.test().stream())
                .filter(target -> target.user() == user)
                .toList();
    }

    @Test
    void entry_isTheFirstInTheDepartment_andKnowsTheEarlierDaysOnly() {
        // Day 4 begins with another item of A, which is of the day of the entry and so not known.
        Split split = splitWith(
                new int[] {1, 0},
                new int[] {2, 1},
                new int[] {3, 2},
                new int[] {4, 3},
                new int[] {4, 10},
                new int[] {4, 11},
                new int[] {5, 12});
        List<Target> entries = entriesOf(split, 0);
        assertThat(entries).hasSize(1);
        Target entry = entries.get(0);
        assertThat(entry.item()).isEqualTo(10);
        assertThat(entry.time()).isEqualTo(4 * DAY + 4);
        assertThat(entry.history().size()).isEqualTo(3);
        assertThat(split.fit().history(0).size()).isEqualTo(3);
        assertThat(split.needsRefit()).isFalse();
    }

    @Test
    void secondEntry_knowsWhatCameAfterTheFirst_whichIsNotLearntFrom() {
        Split split = splitWith(
                new int[] {1, 0}, new int[] {2, 1}, new int[] {3, 2}, new int[] {4, 10}, new int[] {5, 3}, new int[] {
                    6, 20
                });
        List<Target> entries = entriesOf(split, 0);
        assertThat(entries).extracting(Target::item).containsExactly(10, 20);
        assertThat(entries).extracting(target -> target.history().size()).containsExactly(3, 5);
        assertThat(split.fit().history(0).size()).isEqualTo(3);
    }

    @Test
    void whoeverHasNoEntry_isLearntFromWhole() {
        // B came on day 2, after one interaction only: no entry, and later nothing of B is one.
        Split early =
                splitWith(new int[] {1, 0}, new int[] {2, 10}, new int[] {3, 1}, new int[] {4, 2}, new int[] {5, 11});
        assertThat(entriesOf(early, 0)).isEmpty();
        assertThat(early.fit().history(0).size()).isEqualTo(5);
        // Three interactions, yet all on the day of the entry.
        assertThat(entriesOf(splitWith(new int[] {1, 0}, new int[] {1, 1}, new int[] {1, 2}, new int[] {1, 10}), 0))
                .isEmpty();
        // Item 30 is in A, too, and item 31 in no department.
        assertThat(entriesOf(
                        splitWith(new int[] {1, 0}, new int[] {2, 1}, new int[] {3, 2}, new int[] {4, 30}, new int[] {
                            5, 31
                        }),
                        0))
                .isEmpty();
        // C was met with item 30.
        assertThat(entriesOf(splitWith(new int[] {1, 0}, new int[] {2, 1}, new int[] {3, 30}, new int[] {4, 20}), 0))
                .isEmpty();
    }

    @Test
    void return_isNoEntry() {
        DatasetBuilder builder = new DatasetBuilder(catalog());
        builder.startUser();
        for (int day = 0; day < 4; day++) {
            builder.add(day, day * DAY, Action.PURCHASE);
        }
        builder.add(10, 5 * DAY, Action.RETURN);
        for (int user = 0; user < 60; user++) {
            add(builder, new int[] {1, user % 10}, new int[] {2, user / 6}, new int[] {3, 3}, new int[] {4, 10});
        }
        assertThat(entriesOf(new DepartmentEntries().of(builder.build()), 0)).isEmpty();
    }

    @Test
    void validation_isAboutATenthOfTheUsers_theSameWhateverTheirNumbers() {
        DatasetBuilder forwards = new DatasetBuilder(catalog());
        DatasetBuilder backwards = new DatasetBuilder(catalog());
        for (int user = 0; user < 1_000; user++) {
            int last = 999 - user;
            add(forwards, rows(user));
            add(backwards, rows(last));
        }
        Split split = new DepartmentEntries().of(forwards.build());
        assertThat(split.validation()).hasSizeBetween(70, 130);
        assertThat(split.validation().size() + split.test().size()).isEqualTo(1_000);
        Set<Integer> drawn = new HashSet<>();
        split.validation().forEach(target -> drawn.add(target.user()));
        Set<Integer> again = new HashSet<>();
        new DepartmentEntries().of(backwards.build()).validation().forEach(target -> again.add(999 - target.user()));
        assertThat(again).isEqualTo(drawn);
    }

    private static int[][] rows(int user) {
        return new int[][] {{1, user % 10}, {2, user / 10 % 10}, {3, user / 100}, {4, 10 + user % 10}};
    }

    @Test
    void withoutEntriesOrTimes_itSaysWhatIsNeeded() {
        DatasetBuilder builder = new DatasetBuilder(catalog());
        add(builder, new int[] {1, 0}, new int[] {2, 1}, new int[] {3, 2}, new int[] {4, 3});
        Dataset none = builder.build();
        assertThatThrownBy(() -> new DepartmentEntries().of(none))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("after 3 interactions on earlier days")
                .hasMessageContaining("found 0 and 0 entries in 3 departments");
        DatasetBuilder untimed = new DatasetBuilder(catalog());
        untimed.startUser();
        IntStream.range(0, 5).forEach(item -> untimed.add(item * 5, History.NO_TIME, Action.PURCHASE));
        Dataset orderOnly = untimed.build();
        assertThatThrownBy(() -> new DepartmentEntries().of(orderOnly))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("a time for every interaction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DepartmentEntries(0))
                .withMessage("minimumEvents is 0, must be at least 1");
    }
}
