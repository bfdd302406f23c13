package org.crossaisle.action;

import static org.crossaisle.action.Action.Meaning.COMMITMENT;
import static org.crossaisle.action.Action.Meaning.INTENT;
import static org.crossaisle.action.Action.Meaning.INTEREST;
import static org.crossaisle.action.Action.Meaning.REJECTION;

/** The actions of a music service, as an example of another domain than a shop. */
public final class MusicActions {
    // tag::vocabulary
    public static final ActionVocabulary ALL = ActionVocabulary.of(
            Action.of("skip", 0, REJECTION),
            Action.of("play", 1, INTEREST),
            Action.of("like", 2, INTENT),
            Action.of("save", 3, COMMITMENT),
            Action.of("replay", 4, INTEREST),
            Action.of("playlist-add", 5, COMMITMENT));
    // end::vocabulary

    private MusicActions() {}
}
