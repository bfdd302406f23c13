package org.crossaisle.neural.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArithmeticGateTest {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static volatile Runnable then = () -> {};

    /** A check among the others, found by its name in META-INF/services, that does what a test wants. */
    public static final class Planted implements ArithmeticCheck {
        @Override
        public void run() {
            RUNS.incrementAndGet();
            then.run();
        }
    }

    /** Every way to make a tensor from nothing. */
    enum Way {
        FLOATS,
        DOUBLES,
        INTS,
        FULL,
        FLOATS_ON_CPU,
        DOUBLES_ON_CPU,
        LONGS_ON_CPU;

        Tensor make() {
            return switch (this) {
                case FLOATS -> Values.of(new float[1], 1);
                case DOUBLES -> Values.of(new double[1], 1);
                case INTS -> Values.of(new int[1]);
                case FULL -> Values.full(1, ScalarType.Float, 1);
                case FLOATS_ON_CPU -> Values.onCpu(new float[1], 1);
                case DOUBLES_ON_CPU -> Values.onCpu(new double[1], 1);
                case LONGS_ON_CPU -> Values.onCpu(new long[1]);
            };
        }
    }

    @BeforeEach
    void startAnew() {
        then = () -> {};
        ArithmeticGate.forget();
        RUNS.set(0);
    }

    @AfterEach
    void leaveNothingPlanted() {
        startAnew();
        ComputeDevice.placeOn(null);
    }

    @ParameterizedTest
    @EnumSource
    void firstTensor_isMadeAfterTheCheckHasRunOnce(Way way) {
        for (int time = 0; time < 2; time++) {
            assertThat(way.make().numel()).isEqualTo(1);
            assertThat(RUNS).hasValue(1);
        }
    }

    @Test
    void refusal_isThrownForEveryTensor_withoutAnotherRun() {
        then = () -> {
            throw new RecsException(RecsException.Code.UNSUPPORTED, "wrong on this processor");
        };
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> Values.of(new float[1], 1))
                    .isInstanceOfSatisfying(
                            RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.UNSUPPORTED))
                    .hasMessage("wrong on this processor");
        }
        assertThat(RUNS).hasValue(1);
    }

    @Test
    void tensorsOfTheCheckItself_areMadeWithoutACheck() {
        then = () -> Values.of(new float[1], 1);
        Values.of(new float[1], 1);
        assertThat(RUNS).hasValue(1);
        ArithmeticGate.forget();
        ArithmeticGate.unchecked(() -> Values.of(new float[1], 1));
        assertThat(RUNS).hasValue(1);
    }

    @Test
    void otherThreads_waitForTheCheck() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        then = () -> {
            begun.countDown();
            await(mayEnd);
        };
        CompletableFuture<Tensor> first = CompletableFuture.supplyAsync(() -> Values.of(new float[1], 1));
        await(begun);
        CompletableFuture<Tensor> second = CompletableFuture.supplyAsync(() -> Values.of(new float[1], 1));
        assertThat(second.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS))
                .succeedsWithin(10, TimeUnit.SECONDS)
                .isNull();
        mayEnd.countDown();
        assertThat(first).succeedsWithin(10, TimeUnit.SECONDS).isNotNull();
        assertThat(RUNS).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tensorsElsewhereThanOnTheProcessor_areNotChecked() {
        ComputeDevice.placeOn(DeviceType.Meta);
        Values.of(new float[1], 1);
        assertThat(RUNS).hasValue(0);
    }
}
