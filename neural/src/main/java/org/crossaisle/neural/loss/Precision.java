package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The precision of scores, probabilities and products in a loss over all items. Sums and parameters stay at 32 bits.
 */
public enum Precision {
    /** 32 bits. */
    FLOAT32(ScalarType.Float, Float.BYTES, 64) {
        @Override
        void addProduct(Tensor left, Tensor right, Tensor sum) {
            sum.addmm_(left, right);
        }
    },
    /** 16 bits with an 8-bit exponent: faster on CPUs with native support (avx512_bf16, amx), far slower on others. */
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

    /** Size of one number. */
    int bytes() {
        return bytes;
    }

    /** The chunk size in rows that is fastest on a CPU: docs/decisions.md no. 3. */
    int rows() {
        return rows;
    }

    /**
     * Adds a product to a 32-bit sum.
     *
     * @param left [items, rows] of this precision
     * @param right [rows, d] of this precision
     * @param sum [items, d]
     */
    abstract void addProduct(Tensor left, Tensor right, Tensor sum);
}
