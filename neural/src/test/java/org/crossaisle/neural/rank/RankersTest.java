package org.crossaisle.neural.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

/** The arithmetic of the rankers, against loops in plain Java. */
class RankersTest {
    private static final int D = 3;
    private static final int LENGTH = 4;
    private static final int COUNT = 2;
    private static final int F = ListFeatures.COUNT;

    private final Random random = new Random(5);
    private final Parameters parameters = new Parameters(1);
    private final Catalog catalog = new Catalog(List.of(
            Item.of("a", "a", "X>P"), Item.of("b", "b", "X>Q"), Item.of("c", "c", "Y"), Item.of("d", "d", "X>P")));
    private final List<History> histories = List.of(History.ofItems(0, 1, 2), History.ofItems(3));
    private final int[][] candidates = {{3, 2}, {0, 1}};
    private final float[][] vectors = new float[4][];
    private final CandidateLists lists = lists();

    private CandidateLists lists() {
        BitSet known = new BitSet();
        known.set(0, 4);
        for (int item = 0; item < 4; item++) {
            vectors[item] = gaussians(D);
        }
        return new CandidateLists(
                List.of(
                        new CandidateLists.Row(histories.get(0), candidates[0]),
                        new CandidateLists.Row(histories.get(1), candidates[1])),
                LENGTH,
                new ListFeatures(catalog, known, 3, 4, 5, 6));
    }

    @Test
    void targetAttention_isTheSumWeighedByTheCandidate_throughANetwork() {
        Ranker ranker = new TargetAttention.Settings(5, 6, 0.5).ranker(parameters, new RankerSettings.Size(D, F));
        shake();
        compare(ranker, (history, candidate, features) -> {
            float[] sum = new float[D];
            for (int at = 0; at < history.size(); at++) {
                float[] item = vectors[history.item(at)];
                float[] both = new float[D];
                for (int k = 0; k < D; k++) {
                    both[k] = item[k] * candidate[k];
                }
                float[] hidden = new float[5];
                float[] one = linear("history", item);
                float[] two = linear("candidate", candidate);
                float[] three = linear("both", both);
                for (int k = 0; k < 5; k++) {
                    hidden[k] = Math.max(0, one[k] + two[k] + three[k]);
                }
                float weight = linear("weight", hidden)[0];
                for (int k = 0; k < D; k++) {
                    sum[k] += weight * item[k];
                }
            }
            return linear("output", relu(linear("inner", joined(sum, candidate, features))))[0];
        });
    }

    @Test
    void wideAndDeep_isTheSumOfBothParts() {
        Ranker ranker = new WideDeep.Settings(6, 0.5).ranker(parameters, new RankerSettings.Size(D, F));
        shake();
        float[] crosses = Values.floats(Objects.requireNonNull(parameters.all().get("crosses")));
        int[] row = {0, 0};
        compare(ranker, (history, candidate, features) -> {
            float[] mean = new float[D];
            for (int at = 0; at < history.size(); at++) {
                for (int k = 0; k < D; k++) {
                    mean[k] += vectors[history.item(at)][k] / history.size();
                }
            }
            float deep = linear(
                    "output", relu(linear("second", relu(linear("first", joined(mean, candidate, features))))))[0];
            int list = row[0] / COUNT;
            int item = candidates[list][row[0]++ % COUNT];
            BitSet known = new BitSet();
            known.set(0, 4);
            float remembered = 0;
            for (int cross : new ListFeatures(catalog, known, 3, 4, 5, 6)
                    .of(histories.get(list))
                    .crosses(item)) {
                remembered += crosses[cross];
            }
            return deep + linear("wide", features)[0] + remembered;
        });
    }

    /** The logit of one candidate in plain Java. */
    private interface Plain {
        float logit(History history, float[] candidate, float[] features);
    }

    private void compare(Ranker ranker, Plain plain) {
        try (TensorScope scope = TensorScope.plain()) {
            float[] features = Values.floats(lists.features());
            Tensor read = rows(lists.latest()).view(2, LENGTH, D);
            Tensor asked = rows(lists.candidates()).view(2, COUNT, D);
            float[] logits = Values.floats(ranker.logits(read, asked, lists, Dropout.NONE));
            for (int list = 0; list < 2; list++) {
                for (int at = 0; at < COUNT; at++) {
                    float[] own = java.util.Arrays.copyOfRange(
                            features, (list * COUNT + at) * F, (list * COUNT + at + 1) * F);
                    assertThat(logits[list * COUNT + at])
                            .isCloseTo(
                                    plain.logit(histories.get(list), vectors[candidates[list][at]], own),
                                    within(1e-4f));
                }
            }
        }
    }

    private Tensor rows(int... items) {
        float[] all = new float[items.length * D];
        for (int at = 0; at < items.length; at++) {
            System.arraycopy(vectors[items[at]], 0, all, at * D, D);
        }
        return Values.of(all, items.length, D);
    }

    /** Gives every parameter values that tell. */
    private void shake() {
        for (Map.Entry<String, Tensor> each : parameters.all().entrySet()) {
            Values.fill(
                    each.getValue(), gaussians(Math.toIntExact(each.getValue().numel())));
        }
    }

    private float[] linear(String name, float[] x) {
        float[] weight = Values.floats(Objects.requireNonNull(parameters.all().get(name + ".weight")));
        float[] y = Values.floats(Objects.requireNonNull(parameters.all().get(name + ".bias")));
        for (int out = 0; out < y.length; out++) {
            for (int in = 0; in < x.length; in++) {
                y[out] += weight[out * x.length + in] * x[in];
            }
        }
        return y;
    }

    private static float[] relu(float... x) {
        for (int at = 0; at < x.length; at++) {
            x[at] = Math.max(0, x[at]);
        }
        return x;
    }

    /** User, candidate, their product, features. */
    private static float[] joined(float[] user, float[] candidate, float[] features) {
        float[] all = new float[3 * D + F];
        for (int k = 0; k < D; k++) {
            all[k] = user[k];
            all[D + k] = candidate[k];
            all[2 * D + k] = user[k] * candidate[k];
        }
        System.arraycopy(features, 0, all, 3 * D, F);
        return all;
    }

    private float[] gaussians(int count) {
        float[] values = new float[count];
        for (int at = 0; at < count; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }
}
