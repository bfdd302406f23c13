package org.crossaisle.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.event.EventStore;
import org.crossaisle.store.sqlite.SqliteEventStore;

/** The kinds of event stores, by the prefix of their address. To add a kind, write a class and add a line here. */
public final class EventStores {
    private static final String USUAL = "sqlite";

    /** By name, the function that opens a store from the rest of its address. */
    private static final Map<String, BiFunction<String, ActionVocabulary, EventStore>> KINDS =
            new TreeMap<>(Map.of(USUAL, (file, actions) -> SqliteEventStore.open(Path.of(file), actions)));

    /** At least two letters, so that the drive of a Windows path is not taken for a name. */
    private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9+-]+):(.*)");

    private EventStores() {}

    /**
     * Opens the store at an address: the name of a kind, a colon and the rest of the address, such as
     * {@code sqlite:live/events.sqlite}. An address without a name is the file of an SQLite store.
     *
     * @param actions what users can do, by the codes in the store
     * @throws RecsException SETTING_INVALID when there is no such kind; other codes depend on the kind
     */
    public static EventStore open(String address, ActionVocabulary actions) {
        Matcher named = NAMED.matcher(address);
        String name = named.matches() ? named.group(1) : USUAL;
        BiFunction<String, ActionVocabulary, EventStore> kind = KINDS.get(name);
        if (kind == null) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "the event store " + name + ":... is of an unknown kind, expected one of "
                            + String.join(", ", KINDS.keySet())
                            + "; if it is a file with a colon in its name, write ./ before it");
        }
        return kind.apply(named.matches() ? named.group(2) : address, actions);
    }
}
