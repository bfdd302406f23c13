package org.crossaisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.neural.encode.RecurrentEncoder;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.encode.UserEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.Tokens;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaddedNetworkTest {
    private static final int LENGTH = 10;
    private static final List<UserEncoderSettings> ENCODERS = List.of(
            new TransformerEncoder.Settings(2, 2, 0.5, Counting.FROM_START),
            new RecurrentEncoder.Gru(12, 2, 0.5),
            new RecurrentEncoder.Lstm(12, 2, 0.5));
    private static final ItemVectors.Settings IDS = ItemVectors.Settings.of(false, 0);

    private static List<UserEncoderSettings> encoders() {
        return ENCODERS;
    }

    private static DeepSequence recipe(UserEncoderSettings encoder) {
        return DeepSequence.of(16, LENGTH, IDS, encoder, new Schedule(1e-3, 0, 32, 1, 1));
    }

    private final Dataset shop = BeautyLikeShop.of(1);

    /** The comparison is one of equals: both have the same loss, and the same gradient of every weight. */
    @ParameterizedTest
    @MethodSource("encoders")
    void sameWeights_withoutDropout_giveTheLossAndGradientsOfThePackedOne(UserEncoderSettings encoder) {
        BitSet known = shop.knownItems();
        Parameters parameters = new Parameters(3);
        ItemVectors items = new ItemVectors(parameters.of("items"), IDS, 16, shop.catalog(), known, List.of());
        UserEncoder users = encoder.encoder(parameters.of("users"), new UserEncoderSettings.Size(16, LENGTH));
        PaddedTraining padded = new PaddedTraining(recipe(encoder), shop, 1);
        List<Tensor> theirs = padded.network().inPackedOrder();
        List<Tensor> ours = withoutFeatures(parameters);
        assertThat(theirs).hasSameSizeAs(ours);
        Random random = new Random(5);
        for (int at = 0; at < ours.size(); at++) {
            float[] values = new float[Math.toIntExact(ours.get(at).numel())];
            for (int place = 0; place < values.length; place++) {
                values[place] = (float) (0.3 * random.nextGaussian());
            }
            Values.fill(ours.get(at), values);
            Values.fill(theirs.get(at), values);
        }
        padded.network().train(false);
        int[][] pieces = {{5, 6, 7}, {1, 2}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 12_100}, {40, 41, 40, 42}};
        try (TensorScope scope = TensorScope.recording()) {
            Tokens tokens = Tokens.toAnswer(Stream.of(pieces)
                    .map(piece -> Behaviour.of(
                            Arrays.copyOf(piece, piece.length - 1), new byte[piece.length - 1], new long[piece.length]))
                    .toList());
            int[][] wanted = Stream.of(pieces)
                    .map(piece -> Arrays.copyOfRange(piece, 1, piece.length))
                    .toArray(int[][]::new);
            Tensor vectors = items.ofKnown(Dropout.NONE).narrow(0, 0, items.known());
            Tensor encoded =
                    users.encode(vectors.index_select(0, Values.of(tokens.items())), tokens, Dropout.NONE); // [rows, d]
            Tensor own = torch.cross_entropy_loss(
                    encoded.mm(vectors.t()),
                    Values.of(tokens.packing().pack(wanted)).to(torch.ScalarType.Long));
            Tensor other = padded.loss(List.of(pieces));
            assertThat(other.item_double()).isCloseTo(own.item_double(), within(1e-5));
            own.backward();
            other.backward();
            for (int at = 0; at < ours.size(); at++) {
                assertThat(Values.floats(theirs.get(at).grad()))
                        .as("gradient of weight " + at)
                        .containsExactly(Values.floats(ours.get(at).grad()), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void steps_seeABatchEach_andMoveTheWeights(UserEncoderSettings encoder) {
        PaddedTraining training = new PaddedTraining(recipe(encoder), shop, 1);
        int[][] pieces = {{5, 6, 7}, {5, 6, 7}};
        double before = loss(training, pieces);
        int seen = 0;
        for (int step = 0; step < 8; step++) {
            seen += training.step();
        }
        assertThat(seen).isEqualTo(8 * 32);
        assertThat(loss(training, pieces)).isNotEqualTo(before);
    }

    private static double loss(PaddedTraining training, int[]... pieces) {
        try (TensorScope scope = TensorScope.plain()) {
            training.network().train(false);
            double loss = training.loss(List.of(pieces)).item_double();
            training.network().train(true);
            return loss;
        }
    }

    private static List<Tensor> withoutFeatures(Parameters parameters) {
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Tensor> each : parameters.all().entrySet()) {
            if (!each.getKey().equals("items.features")) {
                tensors.add(each.getValue());
            }
        }
        return tensors;
    }
}
