package org.crossaisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoresTest {
    @TempDir
    Path directory;

    @Test
    void pathWithAndWithoutTheNameOfItsKind_isTheSameStore() {
        String file = directory.resolve("events.sqlite").toString();
        try (EventStore store = EventStores.open(file, ActionVocabulary.SHOP)) {
            store.append(List.of(new Event(new UserId(1, 2), "A", Action.VIEW, 0, OptionalDouble.empty(), "", "")));
        }
        try (EventStore store = EventStores.open("sqlite:" + file, ActionVocabulary.SHOP)) {
            assertThat(store.size()).isEqualTo(1);
        }
    }

    @Test
    void unknownKind_isRefusedWithoutItsAddress() {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> EventStores.open("postgresql://me:secret@host/shop", ActionVocabulary.SHOP))
                .withMessageStartingWith(
                        "the event store postgresql:... is of an unknown kind, expected one of sqlite;")
                .withMessageNotContaining("secret")
                .satisfies(e -> assertThat(e.code()).isEqualTo(RecsException.Code.SETTING_INVALID));
    }
}
