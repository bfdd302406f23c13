package org.crossaisle.evaluate;

/**
 * A figure in which recipes are compared with a reference.
 *
 * @param subset on which targets
 * @param metric which figure
 * @param isPrimary whether it is one of those declared beforehand, which correct each other by Holm; the others are told as they
 *     are
 */
public record Claim(String subset, String metric, boolean isPrimary) {}
