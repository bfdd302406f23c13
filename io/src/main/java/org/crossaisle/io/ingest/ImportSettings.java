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
import org.crossaisle.Setting;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;

/**
 * Settings of an import.
 *
 * @param name name of the shop; empty for the name of its directory
 * @param columns the shop's column names by ours, such as {@code user_id=uid} or {@code items.item_id=sku}
 * @param defaultAction the action of all rows if the table has no action column; if empty, such a table is an error
 * @param vocabulary what users can do; the names and usual synonyms of its actions are understood
 * @param actions further names of actions, in addition to the known ones
 * @param categories a table of id, name and parent_id, for items that refer to a category by id
 * @param userColumns which columns of the users table are kept; none by default, since such tables hold names and
 *     addresses
 * @param botEvents a user with more events than this counts as a bot, and their events are dropped
 * @param botEventsPerHour so does a user with more events than this in one clock hour; not applied if times are whole
 *     days
 * @param titleCharacters maximum length of a title; longer ones are truncated
 * @param sessionGap a longer pause begins a new session, if the table has no session ids
 * @param collapse true to merge consecutive events of a user on one item within a session into one interaction
 * @param databaseMemory memory limit of the sorting database, in mebibytes; it spills to disk beyond that
 */
public record ImportSettings(
        String name,
        SortedMap<String, String> columns,
        Optional<Action> defaultAction,
        ActionVocabulary vocabulary,
        SortedMap<String, Action> actions,
        Optional<Path> categories,
        List<String> userColumns,
        int botEvents,
        int botEventsPerHour,
        int titleCharacters,
        Duration sessionGap,
        boolean collapse,
        int databaseMemory) {
    public static final int BOT_EVENTS = 50_000;
    public static final String BOT_EVENTS_HELP =
            "A user with more events counts as a bot, and the user's events are dropped.";

    public static final int BOT_EVENTS_PER_HOUR = 2_000;
    public static final String BOT_EVENTS_PER_HOUR_HELP =
            "A user with more events in one clock hour counts as a bot too; not checked where times are whole"
                    + " days.";

    public static final int TITLE_CHARACTERS = 10_000;
    public static final String TITLE_CHARACTERS_HELP = "Longer titles are cut to this many characters.";

    public static final int SESSION_GAP_MINUTES = 30;
    public static final String SESSION_GAP_HELP =
            "Where events have no session ids, a longer pause, in minutes, starts a new session.";

    public static final boolean COLLAPSE = true;
    public static final String COLLAPSE_HELP =
            "Merges consecutive events of a user on one item in one session into one interaction.";

    public static final int DATABASE_MEMORY = 1_024;
    public static final int LEAST_DATABASE_MEMORY = 64;
    public static final String DATABASE_MEMORY_HELP =
            "Memory in MiB for sorting the events; beyond it, temporary files are used.";

    /** The settings that are numbers or switches, each with its default, bound and help. */
    public static final List<Setting> ALL = List.of(
            new Setting("botEvents", "" + BOT_EVENTS, "at least 1", BOT_EVENTS_HELP),
            new Setting("botEventsPerHour", "" + BOT_EVENTS_PER_HOUR, "at least 1", BOT_EVENTS_PER_HOUR_HELP),
            new Setting("titleCharacters", "" + TITLE_CHARACTERS, "at least 1", TITLE_CHARACTERS_HELP),
            new Setting("sessionGap", "" + SESSION_GAP_MINUTES, "at least 0", SESSION_GAP_HELP),
            new Setting("collapse", "" + COLLAPSE, "true or false", COLLAPSE_HELP),
            new Setting(
                    "databaseMemory", "" + DATABASE_MEMORY, "at least " + LEAST_DATABASE_MEMORY, DATABASE_MEMORY_HELP));

    public static final ImportSettings DEFAULTS = new ImportSettings(
            "",
            new TreeMap<>(),
            Optional.empty(),
            ActionVocabulary.SHOP,
            new TreeMap<>(),
            Optional.empty(),
            List.of(),
            BOT_EVENTS,
            BOT_EVENTS_PER_HOUR,
            TITLE_CHARACTERS,
            Duration.ofMinutes(SESSION_GAP_MINUTES),
            COLLAPSE,
            DATABASE_MEMORY);

    public ImportSettings {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        userColumns = List.copyOf(userColumns);
        defaultAction.ifPresent(vocabulary::code);
        actions.values().forEach(vocabulary::code);
        Bounds.atLeast("botEvents", botEvents, 1);
        Bounds.atLeast("botEventsPerHour", botEventsPerHour, 1);
        Bounds.atLeast("titleCharacters", titleCharacters, 1);
        Bounds.atLeast("sessionGap in seconds", sessionGap.toSeconds(), 0);
        Bounds.atLeast("databaseMemory", databaseMemory, LEAST_DATABASE_MEMORY);
    }

    public ImportSettings withName(String other) {
        return new ImportSettings(
                other,
                columns,
                defaultAction,
                vocabulary,
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
                vocabulary,
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
                vocabulary,
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

    public ImportSettings withVocabulary(ActionVocabulary other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                other,
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
                vocabulary,
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
                vocabulary,
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
                vocabulary,
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
                vocabulary,
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

    public ImportSettings withTitleCharacters(int other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                vocabulary,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                other,
                sessionGap,
                collapse,
                databaseMemory);
    }

    public ImportSettings withSessionGap(Duration other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                vocabulary,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                other,
                collapse,
                databaseMemory);
    }

    public ImportSettings withDatabaseMemory(int other) {
        return new ImportSettings(
                name,
                columns,
                defaultAction,
                vocabulary,
                actions,
                categories,
                userColumns,
                botEvents,
                botEventsPerHour,
                titleCharacters,
                sessionGap,
                collapse,
                other);
    }

    /** Every setting that can change the result, by its name. */
    SortedMap<String, String> asText() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("name", name);
        text.put("columns", columns.toString());
        text.put("defaultAction", defaultAction.map(Action::name).orElse(""));
        text.put("vocabulary", vocabulary.names());
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
