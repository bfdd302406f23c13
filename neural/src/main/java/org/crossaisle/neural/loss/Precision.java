package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** With how many bits the large products of a loss are worked out. Sums, exponentials and parameters keep 32. */
public enum Precision {
    /** 32 bits. */
    FLOAT32 {
        @Override
        Products products(Tensor items) {
            return new Products() {
                @Override
                public void scores(Tensor users, Tensor scores) {
                    torch.mm_out(scores, items, users.t());
                }

                @Override
                public void add(Tensor byScores, Tensor users, Tensor byUsers, Tensor byItems) {
                    torch.mm_out(byUsers, byScores.t(), items);
                    byItems.addmm_(byScores, users);
                }
            };
        }
    },
    /**
     * 16 bits, of which 8 are the exponent: faster where the processor multiplies them itself (avx512_bf16, amx), far slower
     * where it does not.
     */
    BFLOAT16 {
        @Override
        Products products(Tensor items) {
            Tensor half = items.to(ScalarType.BFloat16);
            return new Products() {
                @Override
                public void scores(Tensor users, Tensor scores) {
                    scores.copy_(half.mm(users.to(ScalarType.BFloat16).t()));
                }

                @Override
                public void add(Tensor byScores, Tensor users, Tensor byUsers, Tensor byItems) {
                    Tensor halfScores = byScores.to(ScalarType.BFloat16);
                    byUsers.copy_(halfScores.t().mm(half));
                    byItems.add_(halfScores.mm(users.to(ScalarType.BFloat16)));
                }
            };
        }
    };

    /**
     * The products with some items.
     *
     * @param items [items, d]
     */
    abstract Products products(Tensor items);
}
