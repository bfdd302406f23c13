package org.crossaisle.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewtonMethodTest {
    /** -(x - 3)^2 - 2 (y + 1)^2: a quadratic function, so the first step reaches its maximum. */
    private static NewtonMethod.Point quadratic(double... at) {
        double x = at[0] - 3;
        double y = at[1] + 1;
        return new NewtonMethod.Point(
                -x * x - 2 * y * y, new double[] {-2 * x, -4 * y}, new double[][] {{2, 0}, {0, 4}});
    }

    @Test
    void aQuadraticFunction_isSolvedInOneStep() {
        assertThat(new NewtonMethod(1, 0).maximise(NewtonMethodTest::quadratic, 10, 10))
                .containsExactly(3, -1);
    }

    /**
     * -log(exp(x) + exp(-x)): from 2 the whole step goes to 2 - tanh(2) / (1 - tanh(2)^2) = -11.6, further off than
     * before.
     */
    @Test
    void aStepThatOvershoots_isHalved() {
        NewtonMethod.Objective hill = at -> new NewtonMethod.Point(
                -Math.log(Math.exp(at[0]) + Math.exp(-at[0])), new double[] {-Math.tanh(at[0])}, new double[][] {
                    {1 - Math.tanh(at[0]) * Math.tanh(at[0])}
                });
        assertThat(new NewtonMethod(50, 1e-13).maximise(hill, 2)[0]).isCloseTo(0, within(1e-6));
    }

    @Test
    void aMaximumAtTheStart_isLeftAsItIs() {
        assertThat(new NewtonMethod(50, 0).maximise(NewtonMethodTest::quadratic, 3, -1))
                .containsExactly(3, -1);
    }

    @Test
    void aStepThatGainsTooLittle_isTheLast() {
        // each step of this curvature, ten times too large, goes a tenth of the way: from 1 to 0.9, a gain of 0.19
        NewtonMethod.Objective slow =
                at -> new NewtonMethod.Point(-at[0] * at[0], new double[] {-2 * at[0]}, new double[][] {{20}});
        assertThat(new NewtonMethod(50, 0.2).maximise(slow, 1)[0]).isCloseTo(0.9, within(1e-12));
        assertThat(new NewtonMethod(2, 0).maximise(slow, 1)[0]).isCloseTo(0.81, within(1e-12));
    }

    @Test
    void noSteps_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewtonMethod(0, 0))
                .withMessage("steps is 0, must be at least 1");
    }
}
