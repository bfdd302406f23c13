package org.crossaisle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.junit.jupiter.api.Test;

class WithoutTimesTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    private final Dataset data = Shops.random(5, 120, 40);

    /** Part by part it reads the time of the request: what was popular lately, and how long ago the last event was. */
    private static CrossCategory timed() {
        return CrossCategory.of(new Blend(List.of(new Popular(30, false), new Transitions()), List.of(), 50));
    }

    @Override
    protected Trainer trainer() {
        return new WithoutTimes(new Popular(30, false));
    }

    private static Query at(History history, long day) {
        return Query.of(history, day * Shops.DAY);
    }

    private static float[] told(Model model, Query query) {
        CategoryModel categories = (CategoryModel) model;
        float[] told = new float[categories.categories().length];
        categories.categories(query, told);
        return told;
    }

    @Test
    void noAnswer_dependsOnTheTimeOfTheRequest() {
        Split split = new LeaveOneOut().of(data);
        Model model = new WithoutTimes(timed())
                .choose(split.fit(), split.validation(), RUN)
                .model();
        Model with = timed().choose(split.fit(), split.validation(), RUN).model();
        int others = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            float[] scores = Shops.scores(model, at(history, 401));
            assertThat(Shops.scores(model, at(history, 100))).isEqualTo(scores);
            assertThat(Shops.scores(model, Query.of(history, History.NO_TIME))).isEqualTo(scores);
            assertThat(told(model, at(history, 100))).isEqualTo(told(model, at(history, 401)));
            model.parts()
                    .values()
                    .forEach(part -> assertThat(Shops.scores(part, at(history, 100)))
                            .isEqualTo(Shops.scores(part, at(history, 401))));
            others += Arrays.equals(told(with, at(history, 100)), told(with, at(history, 401))) ? 0 : 1;
        }
        assertThat(others).as("answers with times that differ").isGreaterThan(50);
    }

    @Test
    void learning_readsNoTimeEither() {
        Split split = new LeaveOneOut().of(data);
        Split untimed = new LeaveOneOut().of(data.withoutTimes());
        Trainer.Chosen timed = new WithoutTimes(timed()).choose(split.fit(), split.validation(), RUN);
        Trainer.Chosen other = new WithoutTimes(timed()).choose(untimed.fit(), untimed.validation(), RUN);
        assertThat(timed.frozen()).isEqualTo(other.frozen());
        assertThat(timed().choose(split.fit(), split.validation(), RUN).frozen())
                .isNotEqualTo(
                        timed().choose(untimed.fit(), untimed.validation(), RUN).frozen());
        assertThat(Shops.scores(timed.frozen().fit(data, RUN), at(data.history(3), 200)))
                .isEqualTo(Shops.scores(other.frozen().fit(data.withoutTimes(), RUN), at(data.history(3), 200)));
    }
}
