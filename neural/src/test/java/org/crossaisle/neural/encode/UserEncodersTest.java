package org.crossaisle.neural.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family does with packed histories, by its defaults. */
class UserEncodersTest {
    private static final int DIMENSION = 8;
    private static final int LONGEST = 5;
    private static final long DAY = 86_400;

    /** Of 3, 1, 5 and 2 items. */
    private final List<Behaviour> behaviours =
            IntStream.of(3, 1, 5, 2).mapToObj(UserEncodersTest::behaviour).toList();

    static List<UserEncoderSettings> families() {
        return List.copyOf(UserEncoders.named().values());
    }

    static List<UserEncoderSettings> familiesThatReadBack() {
        return families().stream()
                .filter(family -> encoder(family).masked().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("familiesThatReadBack")
    void laterToken_changesNothingBefore(UserEncoderSettings family) {
        Behaviour longest = behaviours.get(2);
        List<Behaviour> changed = new ArrayList<>(behaviours);
        byte[] actions = new byte[longest.size()];
        long[] times = new long[longest.size() + 1];
        for (int place = 0; place < longest.size(); place++) {
            actions[place] = longest.action(place);
            times[place] = longest.time(place);
        }
        actions[longest.size() - 1]++;
        times[longest.size()] = longest.time(longest.size()) + 400 * DAY;
        int[] items = longest.items();
        items[longest.size() - 1] += 100;
        changed.set(2, Behaviour.of(items, actions, times));
        try (TensorScope scope = TensorScope.plain()) {
            UserEncoder encoder = encoder(family);
            float[] before = encoded(encoder, behaviours);
            float[] after = encoded(encoder, changed);
            int row = encoder.interests() * DIMENSION;
            for (int at = 0; at < before.length - row; at++) {
                assertThat(after[at]).isCloseTo(before[at], within(1e-5f));
            }
            assertThat(farthest(before, after, before.length - row)).isGreaterThan(1e-3f);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void historyAmongOthers_isEncodedAsAlone(UserEncoderSettings family) {
        try (TensorScope scope = TensorScope.plain()) {
            UserEncoder encoder = encoder(family);
            int row = encoder.interests() * DIMENSION;
            float[] together = encoded(encoder, behaviours);
            int at = 0;
            for (int which : new int[] {1, 3, 0, 2}) { // the shortest first
                float[] alone = encoded(encoder, List.of(behaviours.get(which)));
                assertThat(alone).hasSize(behaviours.get(which).size() * row);
                for (float value : alone) {
                    assertThat(together[at++]).isCloseTo(value, within(1e-5f));
                }
            }
            assertThat(at).isEqualTo(together.length);
        }
    }

    private static UserEncoder encoder(UserEncoderSettings family) {
        return family.encoder(new Parameters(1), new UserEncoderSettings.Size(DIMENSION, LONGEST));
    }

    private static float[] encoded(UserEncoder encoder, List<Behaviour> behaviours) {
        Tokens tokens = Tokens.toLearn(behaviours, 1000 * DAY);
        float[] x = new float[tokens.items().length * DIMENSION];
        for (int row = 0; row < tokens.items().length; row++) {
            SplittableRandom random = new SplittableRandom(tokens.items()[row]);
            for (int at = 0; at < DIMENSION; at++) {
                x[row * DIMENSION + at] = (float) (random.nextDouble() - 0.5);
            }
        }
        Tensor vectors = encoder.encode(Values.of(x, tokens.items().length, DIMENSION), tokens, Dropout.NONE);
        return Values.floats(vectors);
    }

    private static Behaviour behaviour(int size) {
        int[] items = IntStream.range(0, size).map(place -> 10 * size + place).toArray();
        byte[] actions = new byte[size];
        long[] times = IntStream.rangeClosed(0, size)
                .mapToLong(place -> (place * place + size) * DAY)
                .toArray();
        return Behaviour.of(items, actions, times);
    }

    private static float farthest(float[] one, float[] other, int from) {
        float farthest = 0;
        for (int at = from; at < one.length; at++) {
            farthest = Math.max(farthest, Math.abs(one[at] - other[at]));
        }
        return farthest;
    }
}
