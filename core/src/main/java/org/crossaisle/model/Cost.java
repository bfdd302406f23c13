package org.crossaisle.model;

import org.crossaisle.PublicApi;

/**
 * The expected cost of a training, estimated before it starts. The estimate is good to within a factor of two or three.
 *
 * @param parameters how many numbers the model learns or keeps
 * @param heapBytes peak memory in the Java heap
 * @param nativeBytes peak memory outside the heap
 * @param matrixOperations multiplications and additions in large products, which libraries do at full speed
 * @param otherOperations exponentials, counts and other single steps
 */
@PublicApi
public record Cost(long parameters, long heapBytes, long nativeBytes, double matrixOperations, double otherOperations) {
    public static final Cost NONE = new Cost(0, 0, 0, 0, 0);

    /**
     * The cost of both, one after the other: the memory that each keeps adds up; for temporary memory, the larger of
     * the two counts.
     */
    public Cost plus(Cost other) {
        return new Cost(
                parameters + other.parameters,
                heapBytes + other.heapBytes,
                Math.max(nativeBytes, other.nativeBytes),
                matrixOperations + other.matrixOperations,
                otherOperations + other.otherOperations);
    }
}
