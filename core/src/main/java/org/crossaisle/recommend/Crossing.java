package org.crossaisle.recommend;

import java.util.OptionalDouble;

/**
 * How far a list shall leave what the user knows.
 *
 * @param scope which items the list is to hold
 * @param share which part of the list is to come from categories new to the user, in [0, 1]; empty: as the scores fall; only
 *     with {@link Scope#ANY}, since the other scopes are a share of 0 and 1
 * @param level the level of the category tree at which categories are compared, 0 being the department
 */
public record Crossing(Scope scope, OptionalDouble share, int level) {
    public Crossing {
        if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("the cross share is " + share.getAsDouble() + ", must be in [0, 1]");
        }
        if (share.isPresent() && scope != Scope.ANY) {
            throw new IllegalArgumentException("a cross share goes with the scope ANY only, the scope is " + scope);
        }
        if (level < 0) {
            throw new IllegalArgumentException("level is " + level + ", must be at least 0");
        }
    }

    /** A list as the scores fall. */
    public static Crossing any(int level) {
        return new Crossing(Scope.ANY, OptionalDouble.empty(), level);
    }

    /** A list with this share of items from categories new to the user. */
    public static Crossing share(double share, int level) {
        return new Crossing(Scope.ANY, OptionalDouble.of(share), level);
    }

    /** A list of this scope. */
    public static Crossing scope(Scope scope, int level) {
        return new Crossing(scope, OptionalDouble.empty(), level);
    }
}
