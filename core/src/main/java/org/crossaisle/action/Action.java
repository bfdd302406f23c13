package org.crossaisle.action;

import java.util.Comparator;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;

/**
 * What a user did with an item. The constants are the actions of a shop; an {@link ActionVocabulary} of another domain
 * has actions of its own. Actions are ordered by their meaning, those of one meaning by their code.
 *
 * @param name as in files and requests: lower-case letters, digits, underscores and hyphens
 * @param code the number that represents the action in columns and files; it must never change
 * @param meaning how much interest the action shows
 */
@PublicApi
public record Action(String name, byte code, Meaning meaning) implements Comparable<Action> {
    /** Returned the item. */
    public static final Action RETURN = of("return", 0, Meaning.REJECTION);

    /** Viewed its page. */
    public static final Action VIEW = of("view", 1, Meaning.INTEREST);

    /** Added it to the cart. */
    public static final Action CART = of("cart", 2, Meaning.INTENT);

    /** Bought it. */
    public static final Action PURCHASE = of("purchase", 3, Meaning.COMMITMENT);

    /** Reviewed or rated it, which implies possession. */
    public static final Action REVIEW = of("review", 4, Meaning.FEEDBACK);

    private static final Comparator<Action> ORDER =
            Comparator.comparing(Action::meaning).thenComparing(Action::code);

    /** How much interest an action shows, in growing order. */
    public enum Meaning {
        /** None: the user turned the item down or gave it back. */
        REJECTION,
        /** The user looked at the item. */
        INTEREST,
        /** The user means to have the item. */
        INTENT,
        /** The user took the item. */
        COMMITMENT,
        /** The user says something about an item taken before. */
        FEEDBACK
    }

    public Action {
        if (!name.matches("[a-z0-9_-]+")) {
            throw new IllegalArgumentException("the name of an action is \"" + name
                    + "\"; it must be lower-case letters, digits, underscores and hyphens");
        }
        Bounds.inRange("code of the action " + name, code, 0, Byte.MAX_VALUE);
    }

    /** An action with this code, in [0, 127]. */
    public static Action of(String name, int code, Meaning meaning) {
        Bounds.inRange("code of the action " + name, code, 0, Byte.MAX_VALUE);
        return new Action(name, (byte) code, meaning);
    }

    /** True for every action that shows interest in the item. */
    public boolean showsInterest() {
        return meaning != Meaning.REJECTION;
    }

    /** True for every action that says the user had the item. */
    public boolean showsPossession() {
        return meaning == Meaning.COMMITMENT || meaning == Meaning.FEEDBACK;
    }

    @Override
    public int compareTo(Action other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
