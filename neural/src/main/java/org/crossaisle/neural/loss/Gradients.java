package org.crossaisle.neural.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * The loss of a batch and its gradients.
 *
 * @param value mean loss of the rows
 * @param users gradient with respect to the user vectors: [rows, d]
 * @param items gradient with respect to the item vectors: [items, d]
 */
public record Gradients(double value, Tensor users, Tensor items) {}
