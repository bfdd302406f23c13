package org.crossaisle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.action.Action;
import org.crossaisle.event.Event;
import org.crossaisle.history.UserId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store may lie in a directory of any name that the file system takes: none of it is read as an option or a quote.
 */
final class AnyStorePathTest {
    private static final UserId USER = new UserId(1, 2);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new;x",
                "sh;a=b",
                "it's a \"shop\"",
                "100%41",
                "what?cache=shared&mode=memory",
                "c?journal_mode=OFF",
                "s*[ab]{a,b}",
                "user=x",
                "${HOME}#~",
                "back\\slash",
                "new\nline",
                "中文 ü"
            })
    void store_keepsItsEventsWhereItWasToldTo(String name) throws IOException {
        Path live =
                Files.createDirectory(directory.resolve(name)).resolve("live").resolve("events.sqlite");
        for (int stored = 0; stored < 2; stored++) {
            try (SqliteEventStore store = SqliteEventStore.open(live)) {
                assertThat(store.latest(USER, 9)).hasSize(stored);
                store.append(List.of(new Event(USER, "A", Action.VIEW, stored, OptionalDouble.empty(), "", "")));
                assertThat(store.latest(USER, 9)).hasSize(stored + 1);
            }
        }
        assertThat(live).isNotEmptyFile();
    }
}
