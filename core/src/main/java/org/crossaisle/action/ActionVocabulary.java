package org.crossaisle.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossaisle.Bounds;
import org.crossaisle.Nearest;
import org.crossaisle.PublicApi;

/**
 * The actions that users of a shop can take, by code. Immutable; threads may share it.
 *
 * @param actions in the order of their codes, which are dense from 0
 */
@PublicApi
public record ActionVocabulary(List<Action> actions) {
    /** The actions of a shop, and the default. */
    public static final ActionVocabulary SHOP =
            of(Action.RETURN, Action.VIEW, Action.CART, Action.PURCHASE, Action.REVIEW);

    public ActionVocabulary {
        actions = List.copyOf(actions);
        for (int code = 0; code < actions.size(); code++) {
            Action action = actions.get(code);
            if (action.code() != code) {
                throw new IllegalArgumentException("the action " + action + " has the code " + action.code()
                        + " and is number " + code + "; codes must be dense from 0, and actions in their order");
            }
        }
        if (actions.stream().map(Action::name).distinct().count() < actions.size()) {
            throw new IllegalArgumentException("two actions have one name: " + actions);
        }
        if (actions.stream().noneMatch(Action::showsInterest)) {
            throw new IllegalArgumentException("no action shows interest: " + actions + "; at least one must");
        }
    }

    public static ActionVocabulary of(Action... actions) {
        return new ActionVocabulary(List.of(actions));
    }

    public int size() {
        return actions.size();
    }

    /**
     * The action with this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Action ofCode(int code) {
        Bounds.index("action code", code, actions.size());
        return actions.get(code);
    }

    /**
     * The code of one of these actions.
     *
     * @throws IllegalArgumentException when it is not one of them
     */
    public byte code(Action action) {
        if (action.code() >= actions.size() || !actions.get(action.code()).equals(action)) {
            throw new IllegalArgumentException(
                    "the action " + action + " is not one of the vocabulary, which has " + names());
        }
        return action.code();
    }

    public Optional<Action> find(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /**
     * The action with this name.
     *
     * @throws IllegalArgumentException when there is none; the message gives the nearest name
     */
    public Action named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no action " + name + ". Nearest: " + nearest(name) + ". All: " + names()));
    }

    /** The name most similar to a name that no action has. */
    public String nearest(String name) {
        return Nearest.to(name, actions.stream().map(Action::name).toList());
    }

    /** All names, separated by commas. */
    public String names() {
        return actions.stream().map(Action::name).collect(Collectors.joining(", "));
    }

    /** The action that stands for an item that a user is about to take: one of intent if there is any. */
    public Action intent() {
        return closestTo(Action.Meaning.INTENT);
    }

    /** The action that stands for an item that a user has: one of commitment if there is any. */
    public Action commitment() {
        return closestTo(Action.Meaning.COMMITMENT);
    }

    /** The strongest action of at most this meaning that shows interest, else the weakest one that does. */
    private Action closestTo(Action.Meaning meaning) {
        List<Action> ordered =
                actions.stream().filter(Action::showsInterest).sorted().toList();
        return ordered.stream()
                .filter(action -> action.meaning() == meaning)
                .findFirst()
                .orElseGet(() -> ordered.stream()
                        .filter(action -> action.meaning().compareTo(meaning) < 0)
                        .reduce((weaker, stronger) -> stronger)
                        .orElse(ordered.get(0)));
    }
}
