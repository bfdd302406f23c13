package org.crossaisle.neural.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param layers each kind of layer with libtorch as it is
 * @param withoutOneDnn each kind again with oneDNN switched off; empty where nothing was wrong before
 */
public record CheckReport(List<LayerResult> layers, List<LayerResult> withoutOneDnn) {
    public CheckReport {
        layers = List.copyOf(layers);
        withoutOneDnn = List.copyOf(withoutOneDnn);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is empty, must have at least one result");
        }
    }

    /** Whether libtorch is right as it is. */
    public boolean isRight() {
        return wrong().isEmpty();
    }

    /** Whether libtorch is right as it is, or with oneDNN switched off. */
    public boolean isUsable() {
        return isRight() || (!withoutOneDnn.isEmpty() && withoutOneDnn.stream().allMatch(LayerResult::isRight));
    }

    /** The layers that are wrong with libtorch as it is. */
    public List<LayerResult> wrong() {
        return layers.stream().filter(result -> !result.isRight()).toList();
    }

    /** The layers that are wrong whether or not oneDNN is switched off. */
    public List<LayerResult> stillWrong() {
        return withoutOneDnn.stream().filter(result -> !result.isRight()).toList();
    }
}
