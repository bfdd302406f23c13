package org.crossaisle.recommend.rerank;

import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;

/**
 * A rule of the shop that limits the number of items of a category in any window of neighbouring places. An item counts
 * for its primary category at the level; one without a category is not limited. {@code toString} is the text form of
 * the step, such as {@code window:2/5@1}.
 *
 * @param most the maximum number of items of a category, at least 1
 * @param places the size of the window, at least {@code most}
 * @param level the level of the category tree, 0 being the department
 */
@PublicApi
public record Window(int most, int places, int level) {
    public Window {
        if (most < 1 || places < most) {
            throw new IllegalArgumentException("the window is " + most + " in " + places
                    + " places, must be at least 1 and at most as many as the places");
        }
        Bounds.atLeast("the window's level", level, 0);
    }

    @Override
    public String toString() {
        return "window:" + most + "/" + places + "@" + level;
    }
}
