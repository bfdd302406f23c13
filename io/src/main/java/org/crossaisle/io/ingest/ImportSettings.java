package org.crossaisle.io.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.Bounds;
import org.crossaisle.history.Action;

/**
 * How tables become a shop.
 *
 * @param name what the shop is called; empty takes the name of its directory
 * @param columns the shop's column names by ours, such as {@code user_id=uid} or {@code items.item_id=sku}
 * @param defaultAction what a row of a table without an action column says; without it such a table is an error
 * @param actions further names of actions, beside the known ones
 * @param categories a table of id, name and parent_id, for items that name a category by its id
 * @param userColumns which columns of the users table are kept; none by default, since such tables hold names and addresses
 * @param botEvents a user with more events than this counts as a program, and their events are dropped
 * @param botEventsPerHour so does one with more events than this in one clock hour; where times are whole days, none
 * @param titleCharacters longer titles are cut
 * @param sessionGap a pause longer than this begins a new session where the table names none
 * @param collapse true to make one interaction of consecutive events of a user on one item within a session
 * @param databaseMemory what the sorting database may use, in mebibytes; beyond it, it writes to the disk
 */
public record ImportSettings(
        String name,
        SortedMap<String, String> columns,
        Optional<Action> defaultAction,
        SortedMap<String, Action> actions,
        Optional<Path> categories,
        List<String> userColumns,
        int botEvents,
        int botEventsPerHour,
        int titleCharacters,
        Duration sessionGap,
        boolean collapse,
        int databaseMemory) {
    public static final ImportSettings DEFAULTS = new ImportSettings(
            "",
            new TreeMap<>(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty(),
            List.of(),
            50_000,
            2_000,
            10_000,
            Duration.ofMinutes(30),
            true,
            1_024);

    public ImportSettings {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        userColumns = List.copyOf(userColumns);
        Bounds.atLeast("botEvents", botEvents, 1);
        Bounds.atLeast("botEventsPerHour", botEventsPerHour, 1);
        Bounds.atLeast("titleCharacters", titleCharacters, 1);
        Bounds.atLeast("sessionGap in seconds", sessionGap.toSeconds(), 0);
        Bounds.atLeast("databaseMemory", databaseMemory, 64);
    }

    public ImportSettings withName(String other) {
        return new ImportSettings(
                other,
                columns,
                defaultAction,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withColumns(Map<String, String> other) {
        return new ImportSettings(
                name,
                new TreeMap<>(other),
                defaultAction,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withDefaultAction(Action other) {
        return new ImportSettings(
                name,
                columns,
                Optional.of(other),
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withCategories(Path other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                actions,
                Optional.of(other),
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withUserColumns(List<String> other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                actions,
                categories,
                other,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withBotLimits(int events, int eventsPerHour) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                actions,
                categories,
                userColumns,
                events,
                eventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withCollapse(boolean other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                other,
                databaseMemory);
    }

    /** Every setting that can change the result, by its name. */
    SortedMap<String, String> asText() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("name", name);
        text.put("columns", columns.toString());
        text.put("defaultAction", defaultAction.map(Action::name).orElse(""));
        text.put("actions", actions.toString());
        text.put(
                "categories",
                categories.map(path -> String.valueOf(path.getFileName())).orElse(""));
        text.put("userColumns", String.join(",", userColumns));
        text.put("botEvents", String.valueOf(botEvents));
        text.put("botEventsPerHour", String.valueOf(botEventsPerHour));
        text.put("titleCharacters", String.valueOf(titleCharacters));
        text.put("sessionGap", sessionGap.toString());
        text.put("collapse", String.valueOf(collapse));
        return text;
    }
}
