package org.crossaisle.dataset;

import org.crossaisle.PublicApi;
import org.crossaisle.history.History;

/**
 * One held-out interaction that a model must predict.
 *
 * @param user the user's number
 * @param history the history known at that time
 * @param item the item number to predict
 * @param time the request time, which is when it happened unless {@link Split#withRequestTime} says otherwise: seconds
 *     since 1970, or {@link History#NO_TIME}
 */
@PublicApi
public record Target(int user, History history, int item, long time) {
    /** The target at {@code position} of a whole history, of which the first {@code known} interactions are given. */
    static Target at(int user, History whole, int position, int known) {
        return new Target(user, whole.first(known), whole.item(position), whole.time(position));
    }
}
