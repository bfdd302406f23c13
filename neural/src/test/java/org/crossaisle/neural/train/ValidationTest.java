package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Shops;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.predict.Dot;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.TokenFeatures;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final int ITEMS = 40;
    private static final int LENGTH = 6;

    private final Dataset data = Shops.random(5, 700, ITEMS);
    private final Network network = network();

    @Test
    void ndcg_amongSomeItems_isThatOfRankingThem() {
        BitSet even = new BitSet();
        IntStream.range(0, ITEMS).filter(item -> item % 2 == 0).forEach(even::set);
        List<Target> targets =
                targets().stream().filter(target -> even.get(target.item())).toList();
        double sum = 0;
        for (Target target : targets) {
            int rank = rank(target, even::get);
            sum += rank <= 10 ? Math.log(2) / Math.log(1.0 + rank) : 0;
        }
        Validation validation = new Validation(targets, 1_000_000, ITEMS, 1);
        assertThat(targets).hasSizeGreaterThan(100);
        assertThat(validation.among(even).ndcg(network)).isCloseTo(sum / targets.size(), within(1e-9));
        assertThat(validation.among(even).ndcg(network)).isGreaterThan(validation.ndcg(network));
    }

    @Test
    void look_isThatOfPlainRanking() {
        List<Target> targets = targets();
        double top = 0;
        double whole = 0;
        int found = 0;
        for (Target target : targets) {
            int rank = rank(target, item -> true);
            double gain = Math.log(2) / Math.log(1.0 + rank);
            whole += gain;
            top += rank <= 10 ? gain : 0;
            found += rank <= 10 ? 1 : 0;
        }
        HoldoutScore calibration = new Validation(targets, 1_000_000, ITEMS, 1).look(network, () -> {});
        assertThat(targets).hasSizeGreaterThan(512); // more than a chunk
        assertThat(calibration.ndcg()).isCloseTo(top / targets.size(), within(1e-9));
        assertThat(calibration.ndcg()).isBetween(0.01, 0.5);
        assertThat(calibration.whole()).isCloseTo(whole / targets.size(), within(1e-9));
        assertThat(calibration.found()).isEqualTo(found);
    }

    @Test
    void fewerTargets_areDrawnBySeed() {
        List<Target> targets = targets();
        double one = new Validation(targets, 50, ITEMS, 1).ndcg(network);
        assertThat(new Validation(targets, 50, ITEMS, 1).ndcg(network)).isEqualTo(one);
        assertThat(new Validation(targets, 50, ITEMS, 2).ndcg(network)).isNotEqualTo(one);
    }

    @Test
    void historiesThatCannotBeRead_areLeftOut() {
        Target target = new Target(0, History.EMPTY, 1, History.NO_TIME);
        assertThat(new Validation(List.of(target), 50, ITEMS, 1).isEmpty()).isTrue();
    }

    /** 1 + how many items outside the history score at least as much. */
    private int rank(Target target, IntPredicate competing) {
        try (TensorScope scope = TensorScope.plain()) {
            int[] all = IntStream.range(0, ITEMS).toArray();
            float[] user = Values.floats(network.answer(
                    network.items().of(all), List.of(Behaviour.of(target.history(), target.time(), ITEMS))));
            float[] items = Values.floats(network.items().of(all));
            double[] scores = new double[ITEMS];
            for (int item = 0; item < ITEMS; item++) {
                for (int at = 0; at < user.length; at++) {
                    scores[item] += user[at] * items[item * user.length + at];
                }
            }
            int rank = 1;
            for (int item = 0; item < ITEMS; item++) {
                if (item != target.item()
                        && competing.test(item)
                        && !target.history().contains(item)
                        && scores[item] >= scores[target.item()]) {
                    rank++;
                }
            }
            return rank;
        }
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            int last = history.size() - 1;
            if (last > 0 && Behaviour.isReadable(history.first(last), ITEMS)) {
                targets.add(new Target(user, history.first(last), history.item(last), history.time(last)));
            }
        }
        return targets;
    }

    private Network network() {
        Parameters parameters = new Parameters(1);
        return new Network(
                parameters,
                new ItemVectors(
                        parameters.of("items"),
                        ItemVectors.Settings.of(true, 0),
                        8,
                        data.catalog(),
                        data.knownItems(),
                        List.of()),
                new TokenFeatures(
                        parameters.of("features"), TokenFeatures.Settings.DEFAULTS, 8, ActionVocabulary.SHOP.size()),
                new TransformerEncoder.Settings(1, 2, 0, Counting.FROM_END)
                        .encoder(parameters.of("users"), new UserEncoderSettings.Size(8, LENGTH)),
                Dot.DEFAULTS.predictor(parameters.of("predictor")),
                Optional.empty(),
                LENGTH);
    }
}
