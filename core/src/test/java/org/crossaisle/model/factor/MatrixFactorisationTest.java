package org.crossaisle.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixFactorisationTest {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    private static MatrixFactorisation small(FactorLoss loss) {
        return new MatrixFactorisation(loss, 8, 15, 10, 0.1, 0.05, 20, 20, 0.5, 0.9);
    }

    /** With no more room than two halves need, so that no user is learnt by heart. */
    private static MatrixFactorisation narrow(FactorLoss loss) {
        return new MatrixFactorisation(loss, 2, 30, 10, 0.1, loss == FactorLoss.BPR ? 0.02 : 0.2, 20, 20, 0.5, 0.9);
    }

    /** Users who buy eight different items of one half of a shop of 40, in random order. */
    private static Dataset halves() {
        Random random = new Random(5);
        DatasetBuilder builder = new DatasetBuilder(Shops.catalog(40));
        for (int user = 0; user < 200; user++) {
            builder.startUser();
            int from = user % 2 == 0 ? 0 : 20;
            for (int item : random.ints(0, 20).distinct().limit(8).toArray()) {
                builder.add(from + item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource
    void shopOfTwoHalves_isFoundInItsHistories(FactorLoss loss) {
        Model model = narrow(loss).fit(halves(), RUN);
        for (int half = 0; half < 2; half++) {
            // Three items of a half, by somebody nobody has seen.
            float[] scores = Shops.scores(model, 20 * half + 1, 20 * half + 7, 20 * half + 12);
            float leastOwn = Float.POSITIVE_INFINITY;
            float mostOther = Float.NEGATIVE_INFINITY;
            for (int item = 0; item < 40; item++) {
                if (item / 20 == half) {
                    leastOwn = Math.min(leastOwn, scores[item]);
                } else {
                    mostOther = Math.max(mostOther, scores[item]);
                }
            }
            assertThat(leastOwn).isGreaterThan(mostOther);
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreOfTheOtherHalf_turnsTheVector_theLatestMost(FactorLoss loss) {
        Model model = narrow(loss).fit(halves(), RUN);
        assertThat(Shops.scores(model, 1, 2, 3, 30)[31]).isGreaterThan(Shops.scores(model, 1, 2, 3)[31]);
        assertThat(Shops.scores(model, 1, 30)[31]).isGreaterThan(Shops.scores(model, 30, 1)[31]);
    }

    @ParameterizedTest
    @EnumSource
    void score_isTheDotProductOfBothVectors(FactorLoss loss) {
        VectorModel model = (VectorModel) small(loss).fit(Shops.random(3, 60, 40), RUN);
        assertThat(model.dimension()).isEqualTo(9);
        float[] user = new float[9];
        float[] item = new float[9];
        Query query = Query.of(History.ofItems(1, 2), History.NO_TIME);
        model.encode(query, user);
        float[] scores = Shops.scores(model, query);
        for (int number = 0; number < 40; number++) {
            model.itemVector(number, item);
            double sum = 0;
            for (int at = 0; at < 9; at++) {
                sum += user[at] * item[at];
            }
            assertThat(scores[number]).isCloseTo((float) sum, within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemNobodyHad_comesLastForAUserOfWhomNothingIsKnown(FactorLoss loss) {
        Dataset data = Shops.ofItems(4, new int[] {0, 1, 2}, new int[] {0, 1}, new int[] {0, 2});
        VectorModel model = (VectorModel) small(loss).fit(data, RUN);
        float[] vector = new float[9];
        model.itemVector(3, vector);
        for (int at = 0; at < 8; at++) {
            assertThat(vector[at]).isZero();
        }
        float ofNobody = vector[8];
        for (int item = 0; item < 3; item++) {
            model.itemVector(item, vector);
            assertThat(vector[8]).isGreaterThanOrEqualTo(ofNobody);
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnedItem_speaksForNothing(FactorLoss loss) {
        Model model = narrow(loss).fit(halves(), RUN);
        History bought = History.ofItems(1);
        float[] scores = Shops.scores(model, Query.of(bought.plus(30, Action.RETURN, History.NO_TIME), 0));
        assertThat(scores[31]).isCloseTo(Shops.scores(model, 1)[31], within(1e-4f));
        assertThat(scores[31]).isLessThan(scores[2]);
    }

    @ParameterizedTest
    @EnumSource
    void chosenEpochs_giveTheChosenModelWhenFittedAgain(FactorLoss loss) {
        Split split = new LeaveOneOut().of(halves());
        Trainer.Chosen chosen = small(loss).choose(split.fit(), split.validation(), RUN);
        assertThat(chosen.frozen().recipe())
                .isInstanceOfSatisfying(
                        MatrixFactorisation.class,
                        frozen -> assertThat(frozen.epochs()).isPositive().isLessThanOrEqualTo(15));
        Model again = chosen.frozen().fit(split.fit(), RUN);
        assertThat(Shops.scores(again, 3, 9)).containsExactly(Shops.scores(chosen.model(), 3, 9));
    }

    @Test
    void validationThatGetsNoBetter_endsTheTraining() {
        long[] reached = new long[1];
        Progress progress = (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {
                reached[0] = done;
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        Split split = new LeaveOneOut().of(halves());
        MatrixFactorisation patient =
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 5000, 20, 0.1, 0.01, 20, 20, 0.5, 0.9);
        Trainer.Chosen chosen =
                patient.choose(split.fit(), split.validation(), new TrainingRun(1, progress, Optional.empty()));
        int epochs = ((MatrixFactorisation) chosen.frozen().recipe()).epochs();
        assertThat(reached[0]).isEqualTo(epochs + 20L).isLessThan(5000);
    }

    @Test
    void withoutValidation_allEpochsAreTrained() {
        MatrixFactorisation open = small(FactorLoss.BPR);
        Trainer.Chosen chosen = open.choose(halves(), List.of(), RUN);
        assertThat(chosen.frozen()).isEqualTo(Frozen.of(open));
        assertThat(Shops.scores(chosen.model(), 1)).containsExactly(Shops.scores(open.fit(halves(), RUN), 1));
    }

    @Test
    void settings_changeTheModel() {
        Dataset data = Shops.random(2, 60, 40);
        MatrixFactorisation plain = small(FactorLoss.SOFTMAX);
        List<MatrixFactorisation> others = new ArrayList<>(List.of(
                new MatrixFactorisation(FactorLoss.BPR, 8, 15, 10, 0.1, 0.05, 20, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 9, 15, 10, 0.1, 0.05, 20, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 16, 10, 0.1, 0.05, 20, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.2, 0.05, 20, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.1, 0.06, 20, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.1, 0.05, 19, 20, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.1, 0.05, 20, 21, 0.5, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.1, 0.05, 20, 20, 0.6, 0.9),
                new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 15, 10, 0.1, 0.05, 20, 20, 0.5, 0.8)));
        float[] scores = Shops.scores(plain.fit(data, RUN), 1, 2, 3);
        for (MatrixFactorisation other : others) {
            assertThat(Shops.scores(other.fit(data, RUN), 1, 2, 3))
                    .as("%s", other)
                    .isNotEqualTo(scores);
        }
        assertThat(Shops.scores(plain.fit(data, TrainingRun.withSeed(2)), 1, 2, 3))
                .isNotEqualTo(scores);
    }

    @ParameterizedTest
    @EnumSource
    void userWhoHadEverything_andOneWithNothing_doNotStopTheTraining(FactorLoss loss) {
        Dataset data = Shops.ofItems(3, new int[] {0, 1, 2}, new int[] {}, new int[] {0, 1});
        assertThat(Shops.scores(small(loss).fit(data, RUN), 0)).doesNotContain(Float.NaN);
        Dataset everything = Shops.ofItems(3, new int[] {0, 1, 2}, new int[] {0, 1, 2});
        Model model = small(loss).fit(everything, RUN);
        assertThat(Shops.scores(model, 0, 1, 2)).doesNotContain(Float.NaN);
    }

    @Test
    void shopOfOneKnownItem_isSaidToBeTooLittle() {
        for (Dataset data : List.of(Shops.ofItems(3), Shops.ofItems(3, new int[] {1}, new int[] {1}))) {
            assertThatThrownBy(() -> small(FactorLoss.BPR).fit(data, RUN))
                    .isInstanceOfSatisfying(
                            RecsException.class,
                            e -> assertThat(e.code()).isEqualTo(RecsException.Code.DATA_INSUFFICIENT))
                    .hasMessageContaining("expected at least 2");
        }
    }

    @Test
    void stepsTooLong_areSaidToDiverge() {
        MatrixFactorisation wild = new MatrixFactorisation(FactorLoss.SOFTMAX, 8, 40, 10, 1e6, 0.01, 20, 20, 0.5, 0.9);
        assertThatThrownBy(() -> wild.fit(halves(), RUN))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessageContaining("a lower learning rate than 1000000.0 may help");
    }

    @Test
    void stateOfAnotherDimension_isRefused() {
        Dataset data = Shops.random(2, 60, 40);
        Catalog catalog = data.catalog();
        Model model = small(FactorLoss.BPR).fit(data, RUN);
        MatrixFactorisation wider = new MatrixFactorisation(FactorLoss.BPR, 9, 15, 10, 0.1, 0.05, 20, 20, 0.5, 0.9);
        assertThatThrownBy(() -> wider.load(model.state(), catalog))
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE));
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 0, 1, 1, 1, 0, 1, 1, 1, 1))
                .withMessage("dimension is 0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 0, 1, 1, 0, 1, 1, 1, 1))
                .withMessageStartingWith("epochs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 0, 1, 0, 1, 1, 1, 1))
                .withMessageStartingWith("patience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 0, 0, 1, 1, 1, 1))
                .withMessage("learningRate is 0.0, must be above 0 and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, -0.1, 1, 1, 1, 1))
                .withMessage("regularisation is -0.1, must be at least 0 and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, Double.NaN, 1, 1, 1, 1))
                .withMessageStartingWith("regularisation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, 0, 0, 1, 1, 1))
                .withMessageStartingWith("negatives");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, 0, 1, 0, 1, 1))
                .withMessageStartingWith("foldInSteps");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, 0, 1, 1, Double.POSITIVE_INFINITY, 1))
                .withMessageStartingWith("foldInRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixFactorisation(FactorLoss.BPR, 1, 1, 1, 1, 0, 1, 1, 1, 0))
                .withMessage("recency is 0.0, must be in (0, 1]");
    }
}
