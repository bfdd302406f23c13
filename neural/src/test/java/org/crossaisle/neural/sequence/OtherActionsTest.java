package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.action.MusicActions;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.AverageEncoder;
import org.crossaisle.neural.encode.FrequencyEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.token.TokenFeatures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks read the actions of whatever vocabulary the data have. */
class OtherActionsTest {
    static List<UserEncoderSettings> encoders() {
        return List.of(FrequencyEncoder.Settings.DEFAULTS, AverageEncoder.Settings.DEFAULTS);
    }

    private static Dataset data(ActionVocabulary actions) {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            items.add(Item.of("i" + item, "Item " + item));
        }
        Random random = new Random(1);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items, actions));
        for (int user = 0; user < 40; user++) {
            builder.startUser();
            for (int at = 0; at < 6; at++) {
                builder.add(random.nextInt(20), at * 3_600L, actions.ofCode(1 + random.nextInt(actions.size() - 1)));
            }
        }
        return builder.build();
    }

    private static float[] scores(Model model, ActionVocabulary actions, Action last) {
        History history = History.ofItems(actions, 1, 2).plus(3, last, History.NO_TIME);
        return Shops.scores(model, Query.of(history, History.NO_TIME));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void everyAction_isReadByItsCode_andTheModelIsReadBack(UserEncoderSettings encoder) {
        Dataset data = data(MusicActions.ALL);
        DeepSequence usual = DeepSequence.of(encoder).withEpochs(1);
        DeepSequence recipe = new DeepSequence(
                usual.dimension(),
                usual.maximumLength(),
                usual.items(),
                new TokenFeatures.Settings(false, true),
                usual.users(),
                usual.predictor(),
                usual.loss(),
                usual.training(),
                usual.techniques());
        Model model = recipe.fit(data, TrainingRun.withSeed(1));
        State state = model.state();
        Model back = recipe.load(state, data.catalog());
        List<float[]> all = new ArrayList<>();
        for (Action action : MusicActions.ALL.actions()) {
            if (action.showsInterest()) {
                float[] scores = scores(model, MusicActions.ALL, action);
                assertThat(scores(back, MusicActions.ALL, action)).containsExactly(scores);
                assertThat(all).doesNotContain(scores);
                all.add(scores);
            }
        }
        assertThat(all).hasSize(5);
        assertThat(state.floats("features.actions")).hasSize(6 * recipe.dimension());
    }
}
