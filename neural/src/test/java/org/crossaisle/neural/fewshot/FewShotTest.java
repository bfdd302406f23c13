package org.crossaisle.neural.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.history.History;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.fewshot.Transfer.Moving;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;

/** Four tastes with four items each in the aisle and two in toys; every third user crosses into toys. */
class FewShotTest {
    private static final int TASTES = 4;
    private static final int OLD = 4 * TASTES;
    private static final int USERS = 120;
    private static final CategoryPath TOYS = CategoryPath.parse("Toys>Small");

    private final Dataset data = data();

    private static Dataset data() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < OLD + 2 * TASTES; item++) {
            items.add(Item.of("i" + item, "Item " + item, item < OLD ? "Aisle" : "Toys>Small"));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < USERS; user++) {
            int taste = user % TASTES;
            builder.startUser();
            for (int at = 0; at < 3; at++) {
                builder.add(4 * taste + (user + at) % 4, History.NO_TIME, Action.PURCHASE);
            }
            if (user % 3 == 0) {
                builder.add(OLD + 2 * taste, History.NO_TIME, Action.PURCHASE);
                builder.add(OLD + 2 * taste + 1, History.NO_TIME, Action.PURCHASE);
                builder.add(4 * taste, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static FewShot fewShot(List<Integer> events, List<Long> seeds) {
        DeepSequence recipe = DeepSequence.of(
                16,
                8,
                ItemVectors.Settings.of(true, 0.1),
                new TransformerEncoder.Settings(1, 2, 0.1, Counting.FROM_END),
                new Schedule(5e-3, 5, 16, 10, 10));
        return new FewShot(
                new Transfer(recipe, Moving.EVERYTHING, 0, new Schedule(5e-3, 2, 8, 15, 15)),
                events,
                40,
                20,
                seeds,
                RequestTime.TARGET);
    }

    /** 40 users cross; 20 of them are held out, the other 20 have 2 events each in toys. */
    @Test
    void nothingOfTheDepartment_isAmongTheOldEvents_andSoManyAsAskedForAmongTheFew() {
        NewDepartment fresh = new NewDepartment(data, TOYS, 40, 30, 1);
        assertThat(fresh.heldOut()).hasSize(20).allSatisfy(target -> {
            assertThat(target.item()).isGreaterThanOrEqualTo(OLD);
            assertThat(target.history().size()).isEqualTo(3);
        });
        assertThat(fresh.events()).isEqualTo(40);
        Dataset old = fresh.old();
        assertThat(old.users()).isEqualTo(40 + 40);
        assertThat(fresh(old)).isZero();
        assertThat(old.interactions()).isEqualTo(20 * 3 + 20 * 4 + 40 * 3);
        assertThat(fresh(fresh.sample(7, 1))).isEqualTo(7);
        assertThat(fresh.sample(7, 1).users()).isEqualTo(4);
    }

    private static int fresh(Dataset data) {
        int fresh = 0;
        for (int user = 0; user < data.users(); user++) {
            fresh += (int) data.history(user).items().stream()
                    .filter(item -> item >= OLD)
                    .count();
        }
        return fresh;
    }

    @Test
    void curve_risesAboveTheOldModel_andLeavesOutWhatThereIsNotEnoughFor() {
        LearningCurve curve = fewShot(List.of(40, 2, 41), List.of(1L, 2L)).measure(data, TOYS, Progress.SILENT);
        assertThat(curve.points()).extracting(LearningCurve.Point::events).containsExactly(40, 40, 2, 2);
        assertThat(curve.points()).extracting(LearningCurve.Point::seed).containsExactly(1L, 2L, 1L, 2L);
        LearningCurve.Point many = curve.points().get(0);
        assertThat(many.taken()).isTrue();
        assertThat(many.transferred()).isGreaterThan(many.old() + 0.2);
        assertThat(curve.points()).extracting(LearningCurve.Point::old).containsOnly(many.old());
        assertThat(curve.toText())
                .startsWith(
                        "Toys>Small as if it were new: old model trained on 260 events of the other departments, 40 events"
                                + " in it to learn from, 20 held-out users")
                .containsPattern(
                        "(?m)^40 +0\\.\\d{4} ± 0\\.0000 +[01]\\.\\d{4} ± 0\\.\\d{4} +[01]\\.\\d{4} ± 0\\.\\d{4} +transferred 2 of 2");
        assertThat(curve.asMap()).containsEntry("heldOut", 20).containsEntry("newEvents", 40);
        assertThat((List<?>) curve.asMap().get("points"))
                .first()
                .isEqualTo(Map.of(
                        "events",
                        40,
                        "seed",
                        1L,
                        "old",
                        many.old(),
                        "scratch",
                        many.scratch(),
                        "transferred",
                        many.transferred(),
                        "taken",
                        "transferred"));
    }

    @Test
    void whatCannotBeMeasured_isRefusedWithWhatIsNeeded() {
        assertThatThrownBy(() -> fewShot(List.of(41), List.of(1L)).measure(data, TOYS, Progress.SILENT))
                .isInstanceOf(RecsException.class)
                .hasMessage(
                        "20 users who crossed into Toys>Small are held out, and the others have 40 events in it; expected at least 41");
        assertThatThrownBy(() -> fewShot(List.of(1), List.of(1L))
                        .measure(data, CategoryPath.parse("Toys>Large"), Progress.SILENT))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining(
                        "no item has its first category in the department Toys>Large; expected one of [Aisle, Toys]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fewShot(List.of(0), List.of(1L)))
                .withMessage("events is 0, must be at least 1");
    }
}
