package org.crossaisle.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crossaisle.model.DotProduct;

/**
 * One pass of {@link FactorLoss#SOFTMAX}: the users in random order, each with one step on the loss of all of their
 * items against one shared set of negatives.
 *
 * <p>With N negatives for the K known items that the user did not interact with, the sum over those is estimated by K /
 * N sum<sub>j</sub> e<sup>x<sub>j</sub></sup>; when N would be K or more, the negatives are all of them, once each.
 * Each positive applies weight decay to the user's vector, the item's vector and its bias.
 */
final class SoftmaxEpoch implements Epoch {
    private final float decay;
    private final int negatives;
    private final Steps steps;

    private int[] drawn = new int[0]; // [negatives]
    private float[] odds = new float[0]; // [negatives], e^x, then the gradient of each
    private float[] change = new float[0]; // [dimension], of the user
    private float[] slope = new float[0]; // [dimension], of one item

    SoftmaxEpoch(Steps steps, float decay, int negatives) {
        this.steps = steps;
        this.decay = decay;
        this.negatives = negatives;
    }

    @Override
    public double train(Factors factors, Positives positives, SplittableRandom random) {
        double sum = 0;
        for (int user : Positives.shuffled(positives.users(), random)) {
            if (positives.size(user) > 0) {
                sum += stepOn(factors, positives, user, random);
            }
        }
        return sum / Math.max(1, positives.size());
    }

    /** Takes one step on one user and returns the summed loss before it. */
    double stepOn(Factors factors, Positives positives, int user, SplittableRandom random) {
        room(Math.min(negatives, positives.known()), factors.dimension);
        int others = positives.known() - positives.size(user);
        int count = draw(positives, user, others, random);
        float[] u = factors.users[user];
        double sum = 0;
        for (int at = 0; at < count; at++) {
            odds[at] = (float) Math.exp(factors.score(u, drawn[at]));
            sum += odds[at];
        }
        double scale = count == 0 ? 0 : (double) others / count;
        double rest = scale * sum;
        float square = DotProduct.of(u, u) / u.length;
        double push = 0; // sum over the positives of 1 / (e^x + rest)
        double loss = 0;
        Arrays.fill(change, 0);
        int size = positives.size(user);
        for (int at = 0; at < size; at++) {
            int item = positives.item(user, at);
            double own = Math.exp(factors.score(u, item));
            double pull = rest / (own + rest);
            push += 1 / (own + rest);
            loss += Math.log((own + rest) / own);
            float[] i = factors.items[item];
            Factors.add(change, (float) pull, i);
            for (int d = 0; d < u.length; d++) {
                slope[d] = decay * i[d] - (float) pull * u[d];
            }
            steps.updateItem(item, i, slope);
            steps.updateBias(item, factors.biases, decay * factors.biases[item] - (float) pull);
        }
        for (int at = 0; at < count; at++) {
            float down = (float) (odds[at] * scale * push);
            float[] j = factors.items[drawn[at]];
            Factors.add(change, -down, j);
            steps.updateItemAlong(drawn[at], j, down, u, square);
            steps.updateBias(drawn[at], factors.biases, down);
        }
        for (int d = 0; d < u.length; d++) {
            change[d] = size * decay * u[d] - change[d];
        }
        steps.updateUser(user, u, change);
        return loss;
    }

    private void room(int most, int dimension) {
        if (drawn.length != most || change.length != dimension) {
            drawn = new int[most];
            odds = new float[most];
            change = new float[dimension];
            slope = new float[dimension];
        }
    }

    /** Fills {@link #drawn} with items that the user did not interact with and returns their number. */
    private int draw(Positives positives, int user, int others, SplittableRandom random) {
        int count = 0;
        if (others <= drawn.length) {
            for (int at = 0; at < positives.known(); at++) {
                int item = positives.knownItem(at);
                if (!positives.contains(user, item)) {
                    drawn[count++] = item;
                }
            }
            return count;
        }
        for (int at = 0; at < drawn.length; at++) {
            int item = positives.negative(user, random);
            if (item >= 0) {
                drawn[count++] = item;
            }
        }
        return count;
    }
}
