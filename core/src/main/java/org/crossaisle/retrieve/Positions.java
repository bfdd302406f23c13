package org.crossaisle.retrieve;

/**
 * A run of neighbouring items in an {@link ExactIndex}, such as those of one category.
 *
 * @param from the first position
 * @param to the position after the last, not before {@code from}
 */
public record Positions(int from, int to) {
    public Positions {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("positions " + from + " to " + to + " are none");
        }
    }

    public int size() {
        return to - from;
    }
}
