package org.crossaisle.serving.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.action.MusicActions;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.History;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.store.sqlite.SqliteEventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's session gap is 30 minutes, as by default. */
class LiveHistoriesTest {
    private static final long T = 1_767_225_600; // 2026-01-01T00:00:00Z
    private static final long MINUTE = 60;

    @TempDir
    Path directory;

    private ActionVocabulary vocabulary = ActionVocabulary.SHOP;

    @Test
    void threeViewsWithShortPauses_areOneInteraction_importedOrLive() {
        String imported = view(0) + view(25) + view(50);
        assertThat(history(imported)).containsExactly("A view 0");
        assertThat(history("", live(Action.VIEW, 0), live(Action.VIEW, 25), live(Action.VIEW, 50)))
                .containsExactly("A view 0");
    }

    @Test
    void eventsOnBothSidesOfTheImport_areOneInteraction() {
        assertThat(history(view(0), live(Action.VIEW, 25), live(Action.VIEW, 50)))
                .containsExactly("A view 0");
        assertThat(history(view(0) + view(25), live(Action.VIEW, 50))).containsExactly("A view 0");
        assertThat(history(view(0) + view(25), live(Action.VIEW, 56))).containsExactly("A view 0", "A view 56");
    }

    @Test
    void strongestAction_isKeptAtItsTime() {
        assertThat(history(view(0), live(Action.PURCHASE, 25), live(Action.VIEW, 50)))
                .containsExactly("A purchase 25");
    }

    @Test
    void returns_areLeftOut_andDivideWhatIsBeforeFromWhatIsAfter() {
        assertThat(history(view(0), live(Action.RETURN, 5), live(Action.VIEW, 10)))
                .containsExactly("A view 0", "A view 10");
        assertThat(history(view(0) + row("return", 5, ""), live(Action.VIEW, 10)))
                .containsExactly("A view 0", "A view 10");
    }

    @Test
    void interactionsThatTheImportKeptApart_stayApart() {
        assertThat(history(view(0) + row("return", 5, "") + view(10), live(Action.VIEW, 20)))
                .containsExactly("A view 0", "A view 10");
    }

    @Test
    void actionsOfAnotherVocabulary_areMergedByTheirMeaning_importedAndLive() {
        vocabulary = MusicActions.ALL;
        Action like = MusicActions.ALL.named("like");
        Action replay = MusicActions.ALL.named("replay");
        Action skip = MusicActions.ALL.named("skip");
        assertThat(history(row("play", 0, ""), live(like, 5), live(replay, 10))).containsExactly("A like 5");
        assertThat(history(row("play", 0, ""), live(skip, 5), live(replay, 10)))
                .containsExactly("A play 0", "A replay 10");
    }

    @Test
    void sessionIds_decideWhereTheyAreGiven() {
        assertThat(history("", live(Action.VIEW, 0, "s"), live(Action.VIEW, 1, "t")))
                .containsExactly("A view 0", "A view 1");
        assertThat(history(row("view", 0, "s"), live(Action.VIEW, 300, "s"))).containsExactly("A view 0");
        assertThat(history(row("view", 0, "s"), live(Action.VIEW, 1, "t"))).containsExactly("A view 0", "A view 1");
    }

    @Test
    void viewAfterAnUntimedImport_isKept() {
        assertThat(history("u,A,view,,\n", live(Action.VIEW, 0))).containsExactly("A view untimed", "A view 0");
    }

    @Test
    void eventThatWasImportedMeanwhile_countsOnce() {
        assertThat(history(view(0) + row("purchase", 100, ""), live(Action.VIEW, 0), live(Action.PURCHASE, 100)))
                .containsExactly("A view 0", "A purchase 100");
    }

    private static String view(long minute) {
        return row("view", minute, "");
    }

    private static String row(String action, long minute, String session) {
        return "u,A," + action + "," + (T + minute * MINUTE) + "," + session + "\n";
    }

    /** An action on the item, by the minute. */
    private record Live(Action action, long minute, String session) {}

    private static Live live(Action action, long minute) {
        return live(action, minute, "");
    }

    private static Live live(Action action, long minute, String session) {
        return new Live(action, minute, session);
    }

    /** The user's history as item, action and minute, after an import of these rows and these live events. */
    private List<String> history(String rows, Live... live) {
        try {
            Path place = Files.createTempDirectory(directory, "shop");
            boolean timed = !rows.startsWith("u,A,view,,");
            Files.writeString(
                    place.resolve("events.csv"),
                    "user_id,item_id,event,timestamp,session_id\n" + rows + "other,B,"
                            + vocabulary.ofCode(1).name() + "," + (timed ? T : "") + ",\n");
            Files.writeString(place.resolve("items.csv"), "item_id,title\nA,A\nB,B\n");
            new ShopImport(ImportSettings.DEFAULTS.withVocabulary(vocabulary).acceptingAll())
                    .run(
                            place.resolve("events.csv"),
                            place.resolve("items.csv"),
                            Optional.empty(),
                            place.resolve("shop"),
                            Instant.ofEpochSecond(T).plus(Duration.ofDays(30)),
                            "",
                            Progress.SILENT);
            Shop shop = Shop.open(place.resolve("shop"), "");
            try (EventStore store = SqliteEventStore.open(place.resolve("events.sqlite"), vocabulary)) {
                List<Event> events = new ArrayList<>();
                for (Live each : live) {
                    events.add(new Event(
                            shop.key().hash("u"),
                            "A",
                            each.action(),
                            T + each.minute() * MINUTE,
                            OptionalDouble.empty(),
                            each.session(),
                            ""));
                }
                store.append(events);
                return text(shop, new LiveHistories(shop, store).of(shop.key().hash("u")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> text(Shop shop, History history) {
        List<String> text = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            long time = history.time(at);
            text.add(shop.catalog().item(history.item(at)).id()
                    + " "
                    + history.action(at).name().toLowerCase(Locale.ROOT)
                    + " "
                    + (time == History.NO_TIME ? "untimed" : (time - T) / MINUTE));
        }
        return text;
    }
}
