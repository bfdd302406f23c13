package org.crossaisle.neural.train;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Values;

/** The choice among several vectors of one user: in training, only the one that matches the target best is updated. */
final class InterestVectors {
    private InterestVectors() {}

    /**
     * One vector for each row.
     *
     * @param users [rows, d], which is returned as it is, or [rows, interests, d]
     * @param items [items, d]
     * @param targets the row of the target in {@code items} for each row: [rows]
     * @return [rows, d]
     */
    static Tensor ofTargets(Tensor users, Tensor items, int... targets) {
        if (users.dim() == 2) {
            return users;
        }
        Tensor wanted = torch.embedding(items, Values.of(targets)).unsqueeze(2); // [rows, d, 1]
        Tensor best = users.detach().matmul(wanted.detach()).argmax(new LongOptional(1), true); // [rows, 1, 1]
        return users.gather(1, best.expand(users.size(0), 1, users.size(2))).squeeze(1);
    }
}
