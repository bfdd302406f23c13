package org.crossaisle.io.column;

import java.util.Optional;

/**
 * How categories are written, as far as it is known.
 *
 * @param categoriesAre what a list of names is; empty to judge it
 * @param categorySeparator between the levels of a path; empty to judge it
 * @param pathSeparator between paths; {@code none} when there is none, empty to judge it
 */
public record CategoryLayout(Optional<ListMeaning> categoriesAre, String categorySeparator, String pathSeparator) {
    /** The word for a separator that does not exist. */
    public static final String NONE = "none";

    public static final CategoryLayout UNKNOWN = new CategoryLayout(Optional.empty(), "", "");
}
