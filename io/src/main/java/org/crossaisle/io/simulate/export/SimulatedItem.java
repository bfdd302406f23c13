package org.crossaisle.io.simulate.export;

import java.util.List;

/**
 * An item of a simulated shop.
 *
 * @param path levels from the department down, with {@code >} between them
 * @param price in units of a currency, as text with two decimals
 */
record SimulatedItem(
        String id, String title, String description, String path, String brand, String price, String colour) {
    List<String> levels() {
        return List.of(path.split(">"));
    }

    /** A level of the path, empty when the path is shorter. */
    String level(int level) {
        return level < levels().size() ? levels().get(level) : "";
    }
}
