package org.crossaisle.model;

/**
 * What a training is expected to take, told before it is begun. Orders of magnitude: good to within a factor of two or
 * three.
 *
 * @param parameters how many numbers the model learns or keeps
 * @param heapBytes the most memory within the Java heap
 * @param nativeBytes the most memory outside it
 * @param matrixOperations multiplications and additions in large products, which libraries do at full speed
 * @param otherOperations exponentials, counts and other single steps
 */
public record Cost(long parameters, long heapBytes, long nativeBytes, double matrixOperations, double otherOperations) {
    public static final Cost NONE = new Cost(0, 0, 0, 0, 0);

    /**
     * Both one after the other: what each keeps adds up, the memory of the dearer one is enough for its passing needs.
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
