package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * What a batch gave.
 *
 * @param value mean over the rows
 * @param users gradient by the user vectors: [rows, d]
 * @param items gradient by the item vectors: [items, d]
 */
public record Gradients(double value, Tensor users, Tensor items) {}
