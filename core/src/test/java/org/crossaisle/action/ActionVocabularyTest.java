package org.crossaisle.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class ActionVocabularyTest {
    /** Shops and models on disk hold these codes. */
    @Test
    void codesOfAShop_neverChange() {
        assertThat(ActionVocabulary.SHOP.actions())
                .extracting(action -> action + " " + action.code())
                .containsExactly("return 0", "view 1", "cart 2", "purchase 3", "review 4");
    }

    @Test
    void actionsOfAShop_growInInterest_inTheOrderOfTheirCodes() {
        assertThat(ActionVocabulary.SHOP.actions()).isSorted();
        assertThat(ActionVocabulary.SHOP.intent()).isEqualTo(Action.CART);
        assertThat(ActionVocabulary.SHOP.commitment()).isEqualTo(Action.PURCHASE);
    }

    @Test
    void otherActions_areOrderedByMeaning_thenByCode() {
        assertThat(MusicActions.ALL.actions().stream().sorted().map(Action::name))
                .containsExactly("skip", "play", "replay", "like", "save", "playlist-add");
        assertThat(MusicActions.ALL.intent().name()).isEqualTo("like");
        assertThat(MusicActions.ALL.commitment().name()).isEqualTo("save");
    }

    @Test
    void missingMeaning_isStoodInForByTheStrongestBelowIt_elseByTheWeakest() {
        Action play = Action.of("play", 0, Action.Meaning.INTEREST);
        Action replay = Action.of("replay", 1, Action.Meaning.INTEREST);
        assertThat(ActionVocabulary.of(play, replay).intent()).isEqualTo(replay);
        Action rate = Action.of("rate", 0, Action.Meaning.FEEDBACK);
        assertThat(ActionVocabulary.of(rate).commitment()).isEqualTo(rate);
    }

    @Test
    void unknownName_isRefused_withTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MusicActions.ALL.named("plya"))
                .withMessage(
                        "there is no action plya. Nearest: play. All: skip, play, like, save, replay, playlist-add");
        assertThat(MusicActions.ALL.named("play").code()).isEqualTo((byte) 1);
    }

    @Test
    void codesThatAreNotDense_orNamesThatRepeat_areRefused() {
        Action play = Action.of("play", 0, Action.Meaning.INTEREST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionVocabulary.of(play, Action.of("like", 2, Action.Meaning.INTENT)))
                .withMessageStartingWith("the action like has the code 2 and is number 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionVocabulary.of(play, Action.of("play", 1, Action.Meaning.INTENT)))
                .withMessage("two actions have one name: [play, play]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionVocabulary.of(Action.of("skip", 0, Action.Meaning.REJECTION)))
                .withMessageStartingWith("no action shows interest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Action.of("Play", 0, Action.Meaning.INTEREST))
                .withMessageContaining("lower-case");
        assertThatIllegalArgumentException().isThrownBy(() -> Action.of("play", 128, Action.Meaning.INTEREST));
    }

    @Test
    void historiesOfADataset_haveTheActionsOfItsCatalog() {
        DatasetBuilder builder =
                new DatasetBuilder(new Catalog(List.of(Item.of("a", "A"), Item.of("b", "B")), MusicActions.ALL));
        builder.startUser();
        builder.add(0, History.NO_TIME, MusicActions.ALL.named("playlist-add"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(1, History.NO_TIME, Action.VIEW))
                .withMessageStartingWith("the action view is not one of the vocabulary, which has skip, play");
        Dataset data = builder.build();
        History history = data.history(0).plus(1, MusicActions.ALL.named("replay"), History.NO_TIME);
        assertThat(history.action(0).name()).isEqualTo("playlist-add");
        assertThat(history.last(1).action(0).name()).isEqualTo("replay");
        assertThat(history.without(1).withoutTimes().action(0).name()).isEqualTo("playlist-add");
        assertThat(data.hasPossession()).isTrue();
    }
}
