package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** With how many bits a loss over all items works out scores, probabilities and its products. Sums and parameters keep 32. */
public enum Precision {
    /** 32 bits. */
    FLOAT32(ScalarType.Float, Float.BYTES, 64) {
        @Override
        void addProduct(Tensor left, Tensor right, Tensor sum) {
            sum.addmm_(left, right);
        }
    },
    /**
     * 16 bits, of which 8 are the exponent: faster where the processor multiplies them itself (avx512_bf16, amx), far slower
     * where it does not.
     */
    BFLOAT16(ScalarType.BFloat16, Short.BYTES, 256) {
        @Override
        void addProduct(Tensor left, Tensor right, Tensor sum) {
            sum.add_(left.mm(right));
        }
    };

    private final ScalarType type;
    private final int bytes;
    private final int rows;

    Precision(ScalarType type, int bytes, int rows) {
        this.type = type;
        this.bytes = bytes;
        this.rows = rows;
    }

    ScalarType type() {
        return type;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** So many rows of scores at a time are fastest on a processor: docs/decisions.md no. 3. */
    int rows() {
        return rows;
    }

    /**
     * Adds a product to a sum of 32 bits.
     *
     * @param left [items, rows] of this precision
     * @param right [rows, d] of this precision
     * @param sum [items, d]
     */
    abstract void addProduct(Tensor left, Tensor right, Tensor sum);
}
