package org.crossaisle.neural.encode;

import org.crossaisle.neural.layer.Parameters;

/**
 * Item vectors and a user encoder that reads them; a user and an item match by the dot product of their vectors.
 *
 * @param parameters of both
 * @param maximumLength how many of the latest interactions are read
 */
public record Network(Parameters parameters, ItemVectors items, UserEncoder users, int maximumLength) {}
