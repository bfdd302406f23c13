package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.RecurrentEncoder.Gru;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.loss.BinaryCrossEntropy;
import org.crossaisle.neural.loss.Bpr;
import org.crossaisle.neural.loss.Precision;
import org.crossaisle.neural.loss.SampledSoftmax;
import org.crossaisle.neural.loss.SquaredError;
import org.crossaisle.neural.predict.Activation;
import org.crossaisle.neural.predict.Cosine;
import org.crossaisle.neural.predict.Scaled;
import org.crossaisle.neural.token.TokenFeatures;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Techniques;
import org.crossaisle.neural.train.Techniques.Augmentation;
import org.crossaisle.neural.train.Techniques.Categories;
import org.crossaisle.neural.train.Techniques.Decay;
import org.junit.jupiter.api.Test;

/** The settings that every family has. */
class DeepSequenceTest {
    private final Dataset data = Shops.random(2, 100, 30);

    @Test
    void everySharedSetting_changesTheModel() {
        DeepSequence base = DeepSequence.of(
                16, 8, ItemVectors.Settings.of(true, 0.1), new Gru(16, 1, 0.2), new Schedule(5e-3, 10, 16, 12, 3));
        Schedule training = base.training();
        DeepSequenceContract.assertAllChange(
                data,
                base,
                List.of(
                        DeepSequence.of(32, 8, base.items(), base.users(), training),
                        DeepSequence.of(16, 8, ItemVectors.Settings.of(false, 0.1), base.users(), training),
                        DeepSequence.of(16, 8, ItemVectors.Settings.of(true, 0.3), base.users(), training),
                        DeepSequence.of(16, 8, base.items(), base.users(), new Schedule(4e-3, 10, 16, 12, 3)),
                        DeepSequence.of(16, 8, base.items(), base.users(), new Schedule(5e-3, 20, 16, 12, 3)),
                        DeepSequence.of(16, 8, base.items(), base.users(), new Schedule(5e-3, 10, 32, 12, 3)),
                        DeepSequence.of(16, 8, base.items(), base.users(), new Schedule(5e-3, 10, 16, 11, 3)),
                        withFeatures(base, new TokenFeatures.Settings(true, false)),
                        withFeatures(base, new TokenFeatures.Settings(false, true)),
                        base.with(new Cosine(0.1), base.loss()),
                        base.with(new Cosine(0.2), base.loss()),
                        base.with(base.predictor(), new SampledSoftmax(8, 0, true)),
                        base.with(base.predictor(), new SampledSoftmax(8, 0.5, true)),
                        base.with(base.predictor(), new SampledSoftmax(8, 0.5, false)),
                        base.with(base.predictor(), new SampledSoftmax(9, 0.5, false)),
                        base.with(base.predictor(), new Bpr(1)),
                        base.with(base.predictor(), new Bpr(2)),
                        base.with(base.predictor(), new BinaryCrossEntropy(1)),
                        base.with(base.predictor(), new BinaryCrossEntropy(2)),
                        base.with(new Scaled(Activation.SIGMOID), new BinaryCrossEntropy(2)),
                        base.with(new Scaled(Activation.RELU), new SquaredError(2)),
                        base.with(new Scaled(Activation.IDENTITY), new SquaredError(2)),
                        base.with(new Scaled(Activation.IDENTITY), new SquaredError(3)),
                        base.withTechniques(new Techniques(
                                Decay.LINEAR, 0, 1, Precision.FLOAT32, Augmentation.NONE, Categories.NONE)),
                        base.withTechniques(new Techniques(
                                Decay.COSINE, 0, 1, Precision.FLOAT32, Augmentation.NONE, Categories.NONE)),
                        base.withTechniques(new Techniques(
                                Decay.CONSTANT, 0.01, 1, Precision.FLOAT32, Augmentation.NONE, Categories.NONE)),
                        base.withTechniques(new Techniques(
                                Decay.CONSTANT, 0, 2, Precision.FLOAT32, Augmentation.NONE, Categories.NONE)),
                        base.withTechniques(new Techniques(
                                Decay.CONSTANT, 0, 1, Precision.BFLOAT16, Augmentation.NONE, Categories.NONE)),
                        base.withTechniques(varied(new Augmentation(0.5, 0, 0, 0))),
                        base.withTechniques(varied(new Augmentation(0, 0.5, 0, 0))),
                        base.withTechniques(varied(new Augmentation(0, 0, 0.5, 0))),
                        base.withTechniques(varied(new Augmentation(0, 0, 0, 0.5)))));
        float[] three = Shops.scores(base.fit(data, TrainingRun.withSeed(1)), 1, 2, 5);
        float[] two = Shops.scores(
                DeepSequence.of(16, 2, base.items(), base.users(), training).fit(data, TrainingRun.withSeed(1)),
                1,
                2,
                5);
        assertThat(two).isNotEqualTo(three);
    }

    private static Techniques varied(Augmentation augmentation) {
        return new Techniques(Decay.CONSTANT, 0, 1, Precision.FLOAT32, augmentation, Categories.NONE);
    }

    @Test
    void trainingThatDoesNotFit_isRefusedWithTheNumbers() {
        Cost cost = new Cost(7_000_000, 0, 3L << 30, 0, 0);
        assertThat(DeepSequence.feasibility(cost, 3L << 30).refusal()).isEmpty();
        assertThat(DeepSequence.feasibility(cost, 2L << 30).refusal().orElseThrow())
                .contains("3,072 MiB", "7,000,000 parameters", "2,048 MiB are available");
    }

    @Test
    void absurdDimension_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeepSequence.of(
                        10_000_000, 8, ItemVectors.Settings.DEFAULTS, new Gru(16, 1, 0.2), Schedule.DEFAULTS))
                .withMessage("dimension is 10000000, must be in [1, 4096]");
    }

    private static DeepSequence withFeatures(DeepSequence of, TokenFeatures.Settings features) {
        return new DeepSequence(
                of.dimension(),
                of.maximumLength(),
                of.items(),
                features,
                of.users(),
                of.predictor(),
                of.loss(),
                of.training(),
                of.techniques());
    }
}
