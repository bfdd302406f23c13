package org.crossaisle.model.factor;

import java.util.SplittableRandom;

/**
 * One pass of {@link FactorLoss#BPR}: the positives in random order, each with one negative drawn uniformly from the
 * known items that the user did not interact with, and a step on the vectors and biases of the three, each with weight
 * decay.
 *
 * <p>Unlike in the source, positives are drawn without replacement and step sizes are those of {@link Steps}.
 */
final class PairwiseEpoch implements Epoch {
    private final Steps steps;
    private final float decay;
    private float[] ofUser = new float[0]; // [dimension], gradients
    private float[] ofPositive = new float[0];
    private float[] ofNegative = new float[0];

    PairwiseEpoch(Steps steps, float decay) {
        this.steps = steps;
        this.decay = decay;
    }

    @Override
    public double train(Factors factors, Positives positives, SplittableRandom random) {
        int[] owners = positives.owners();
        double sum = 0;
        int count = 0;
        for (int place : Positives.shuffled(owners.length, random)) {
            int negative = positives.negative(owners[place], random);
            if (negative >= 0) {
                sum += step(factors, owners[place], positives.item(place), negative);
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    /** Takes one step on one triple and returns the loss before it. */
    double step(Factors factors, int user, int positive, int negative) {
        float[] u = factors.users[user];
        float[] i = factors.items[positive];
        float[] j = factors.items[negative];
        float difference = factors.score(u, positive) - factors.score(u, negative);
        float wrong = (float) (1 / (1 + Math.exp(difference))); // minus the derivative of the loss by the difference
        room(u.length);
        for (int at = 0; at < u.length; at++) {
            ofUser[at] = decay * u[at] - wrong * (i[at] - j[at]);
            ofPositive[at] = decay * i[at] - wrong * u[at];
            ofNegative[at] = decay * j[at] + wrong * u[at];
        }
        steps.updateUser(user, u, ofUser);
        steps.updateItem(positive, i, ofPositive);
        steps.updateItem(negative, j, ofNegative);
        float[] biases = factors.biases;
        steps.updateBias(positive, biases, decay * biases[positive] - wrong);
        steps.updateBias(negative, biases, decay * biases[negative] + wrong);
        return FoldIn.softplus(-difference);
    }

    private void room(int dimension) {
        if (ofUser.length != dimension) {
            ofUser = new float[dimension];
            ofPositive = new float[dimension];
            ofNegative = new float[dimension];
        }
    }
}
