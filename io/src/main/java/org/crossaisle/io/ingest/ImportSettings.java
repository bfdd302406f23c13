package org.crossaisle.io.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.crossaisle.Bounds;
import org.crossaisle.Setting;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.io.column.DateOrder;
import org.crossaisle.io.column.DecimalMark;
import org.crossaisle.io.column.ListMeaning;
import org.jspecify.annotations.Nullable;

/** Settings of an import. Immutable: each {@code with} method returns a changed copy. */
public final class ImportSettings {
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

    public static final String DATE_ORDER_HELP =
            "How dates of digits are written: dmy (13.03.2024), mdy (03/13/2024) or ymd. Recognised unless given.";

    public static final String TIME_ZONE = "UTC";
    public static final String TIME_ZONE_HELP =
            "The zone of times that are written without one, such as Europe/Berlin or +08:00.";

    public static final String NULL_WORDS_HELP =
            "The words that stand for a missing id, separated by commas; replaces the known ones, such as nan and NULL.";

    public static final String DECIMAL_HELP =
            "The decimal mark of prices and values: point (1,299.00) or comma (1.299,00). Recognised unless given.";

    public static final String CATEGORIES_ARE_HELP =
            "What a list of categories is: path, the levels of one path, or set, several categories. Recognised unless"
                    + " given.";

    public static final String CATEGORY_SEPARATOR_HELP =
            "What stands between the levels of a category path, such as /. Recognised unless given.";

    public static final String PATH_SEPARATOR_HELP =
            "What stands between several category paths of an item, such as | or a comma; none when they are never"
                    + " several. Recognised unless given.";

    public static final String CATEGORY_LEVELS_HELP =
            "The columns that are the levels of the category path, the department first, separated by commas.";

    public static final String KEEP_COLUMN_HELP =
            "Keeps a catalog column that would be left out because it seems to be made from the events.";

    public static final String ACTION_HELP = "What a name of your shop's actions means, such as read=view.";

    public static final String ACCEPT_HELP =
            "Imports beyond a limit, such as dropped=0.6, or beyond all of them with all. The limits: dropped (share of a"
                    + " table's rows that are dropped, 0.1), unknown-items (share of the events on items that the"
                    + " catalog lacks, 0.5), one-item (share of the events on one item, 0.1), one-user (share of the"
                    + " events of one user, 0.1), items (fewest items with events, 20), shrunk (smallest catalog, as a"
                    + " share of the shop's present one, 0.5).";

    /** The settings with a default, bound and help. */
    public static final List<Setting> ALL = List.of(
            new Setting("botEvents", "" + BOT_EVENTS, "at least 1", BOT_EVENTS_HELP),
            new Setting("botEventsPerHour", "" + BOT_EVENTS_PER_HOUR, "at least 1", BOT_EVENTS_PER_HOUR_HELP),
            new Setting("titleCharacters", "" + TITLE_CHARACTERS, "at least 1", TITLE_CHARACTERS_HELP),
            new Setting("sessionGap", "" + SESSION_GAP_MINUTES, "at least 0", SESSION_GAP_HELP),
            new Setting("collapse", "" + COLLAPSE, "true or false", COLLAPSE_HELP),
            new Setting(
                    "databaseMemory", "" + DATABASE_MEMORY, "at least " + LEAST_DATABASE_MEMORY, DATABASE_MEMORY_HELP),
            new Setting("dateOrder", "", "dmy, mdy or ymd", DATE_ORDER_HELP),
            new Setting("timeZone", TIME_ZONE, "a zone or an offset", TIME_ZONE_HELP),
            new Setting("nullWords", "", "words", NULL_WORDS_HELP),
            new Setting("decimal", "", "point or comma", DECIMAL_HELP),
            new Setting("action", "", "NAME=ACTION", ACTION_HELP),
            new Setting("categoriesAre", "", "path or set", CATEGORIES_ARE_HELP),
            new Setting("categorySeparator", "", "a text", CATEGORY_SEPARATOR_HELP),
            new Setting("pathSeparator", "", "a text, or none", PATH_SEPARATOR_HELP),
            new Setting("categoryLevels", "", "columns of the items table", CATEGORY_LEVELS_HELP),
            new Setting("keepColumn", "", "a column of the items table", KEEP_COLUMN_HELP),
            new Setting("accept", "", "NAME=LIMIT or all", ACCEPT_HELP));

    /** The words for a path separator that does not exist. */
    public static final String NO_SEPARATOR = "none";

    public static final ImportSettings DEFAULTS = new ImportSettings(new Values());

    private final Values values;

    /** The values while they are being changed. Collections in it are never modified. */
    private static final class Values implements Cloneable {
        private String name = "";
        private SortedMap<String, String> columns = Collections.emptySortedMap();
        private Optional<Action> defaultAction = Optional.empty();
        private ActionVocabulary vocabulary = ActionVocabulary.SHOP;
        private SortedMap<String, Action> actions = Collections.emptySortedMap();
        private Optional<Path> categories = Optional.empty();
        private List<String> userColumns = List.of();
        private int botEvents = BOT_EVENTS;
        private int botEventsPerHour = BOT_EVENTS_PER_HOUR;
        private int titleCharacters = TITLE_CHARACTERS;
        private Duration sessionGap = Duration.ofMinutes(SESSION_GAP_MINUTES);
        private boolean collapse = COLLAPSE;
        private int databaseMemory = DATABASE_MEMORY;
        private Optional<DateOrder> dateOrder = Optional.empty();
        private ZoneId timeZone = ZoneId.of(TIME_ZONE);
        private List<String> nullWords = List.of();
        private Optional<DecimalMark> decimal = Optional.empty();
        private Optional<ListMeaning> categoriesAre = Optional.empty();
        private String categorySeparator = "";
        private String pathSeparator = "";
        private List<String> categoryLevels = List.of();
        private List<String> keptColumns = List.of();
        private SortedMap<ImportLimit, Double> accepted = Collections.emptySortedMap();

        private Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }

        private List<Object> all() {
            return Arrays.asList(
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
                    collapse,
                    databaseMemory,
                    dateOrder,
                    timeZone,
                    nullWords,
                    decimal,
                    categoriesAre,
                    categorySeparator,
                    pathSeparator,
                    categoryLevels,
                    keptColumns,
                    accepted);
        }
    }

    private ImportSettings(Values values) {
        Bounds.atLeast("botEvents", values.botEvents, 1);
        Bounds.atLeast("botEventsPerHour", values.botEventsPerHour, 1);
        Bounds.atLeast("titleCharacters", values.titleCharacters, 1);
        Bounds.atLeast("sessionGap in seconds", values.sessionGap.toSeconds(), 0);
        Bounds.atLeast("databaseMemory", values.databaseMemory, LEAST_DATABASE_MEMORY);
        this.values = values;
    }

    private ImportSettings with(Consumer<Values> change) {
        Values changed = values.copy();
        change.accept(changed);
        return new ImportSettings(changed);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Name of the shop; empty for the name of its directory. */
    public String name() {
        return values.name;
    }

    public ImportSettings withName(String name) {
        return with(changed -> changed.name = name);
    }

    /**
     * The shop's column names by ours, such as {@code user_id=uid} or {@code items.item_id=sku}. An empty name leaves
     * the column out.
     */
    public SortedMap<String, String> columns() {
        return values.columns;
    }

    public ImportSettings withColumns(Map<String, String> columns) {
        return with(changed -> changed.columns = sorted(columns));
    }

    /**
     * The action of rows that name none: of all rows if no column holds actions. If empty, a table without actions is
     * an error.
     */
    public Optional<Action> defaultAction() {
        return values.defaultAction;
    }

    public ImportSettings withDefaultAction(Action action) {
        return with(changed -> changed.defaultAction = Optional.of(action));
    }

    /** The shop's names of actions, in addition to the known ones. */
    public SortedMap<String, Action> actions() {
        return values.actions;
    }

    public ImportSettings withActions(Map<String, Action> actions) {
        actions.values().forEach(vocabulary()::code);
        return with(changed -> changed.actions = sorted(actions));
    }

    /** What users can do; the names and usual synonyms of its actions are understood. */
    public ActionVocabulary vocabulary() {
        return values.vocabulary;
    }

    /**
     * With other actions.
     *
     * @throws IllegalArgumentException when the default action or a named one is not among them
     */
    public ImportSettings withVocabulary(ActionVocabulary other) {
        defaultAction().ifPresent(other::code);
        actions().values().forEach(other::code);
        return with(changed -> changed.vocabulary = other);
    }

    /** A table of id, name and parent_id, for items that refer to a category by id. */
    public Optional<Path> categories() {
        return values.categories;
    }

    public ImportSettings withCategories(Path table) {
        return with(changed -> changed.categories = Optional.of(table));
    }

    /** Which columns of the users table are kept; none by default, since such tables hold names and addresses. */
    public List<String> userColumns() {
        return values.userColumns;
    }

    public ImportSettings withUserColumns(List<String> names) {
        return with(changed -> changed.userColumns = List.copyOf(names));
    }

    /** A user with more events than this counts as a bot, and their events are dropped. */
    public int botEvents() {
        return values.botEvents;
    }

    /** So does a user with more events than this in one clock hour; not applied if times are whole days. */
    public int botEventsPerHour() {
        return values.botEventsPerHour;
    }

    public ImportSettings withBotLimits(int events, int eventsPerHour) {
        return with(changed -> {
            changed.botEvents = events;
            changed.botEventsPerHour = eventsPerHour;
        });
    }

    /** Maximum length of a title; longer ones are truncated. */
    public int titleCharacters() {
        return values.titleCharacters;
    }

    public ImportSettings withTitleCharacters(int characters) {
        return with(changed -> changed.titleCharacters = characters);
    }

    /** A longer pause begins a new session, if the table has no session ids. */
    public Duration sessionGap() {
        return values.sessionGap;
    }

    public ImportSettings withSessionGap(Duration gap) {
        return with(changed -> changed.sessionGap = gap);
    }

    /** True to merge consecutive events of a user on one item within a session into one interaction. */
    public boolean collapse() {
        return values.collapse;
    }

    public ImportSettings withCollapse(boolean collapse) {
        return with(changed -> changed.collapse = collapse);
    }

    /** Memory limit of the sorting database, in mebibytes; it spills to disk beyond that. */
    public int databaseMemory() {
        return values.databaseMemory;
    }

    public ImportSettings withDatabaseMemory(int mebibytes) {
        return with(changed -> changed.databaseMemory = mebibytes);
    }

    /** The order of day, month and year; empty to recognise it from the column. */
    public Optional<DateOrder> dateOrder() {
        return values.dateOrder;
    }

    public ImportSettings withDateOrder(DateOrder order) {
        return with(changed -> changed.dateOrder = Optional.of(order));
    }

    /** The zone of times without one. */
    public ZoneId timeZone() {
        return values.timeZone;
    }

    public ImportSettings withTimeZone(ZoneId zone) {
        return with(changed -> changed.timeZone = zone);
    }

    /** The words for a missing id; empty for the known ones. */
    public List<String> nullWords() {
        return values.nullWords;
    }

    public ImportSettings withNullWords(List<String> words) {
        return with(changed -> changed.nullWords = List.copyOf(words));
    }

    /** The decimal mark of prices and values; empty to recognise it from the column. */
    public Optional<DecimalMark> decimal() {
        return values.decimal;
    }

    public ImportSettings withDecimal(DecimalMark mark) {
        return with(changed -> changed.decimal = Optional.of(mark));
    }

    /** What a list of categories is; empty to recognise it from the column. */
    public Optional<ListMeaning> categoriesAre() {
        return values.categoriesAre;
    }

    public ImportSettings withCategoriesAre(ListMeaning meaning) {
        return with(changed -> changed.categoriesAre = Optional.of(meaning));
    }

    /** What stands between the levels of a path; empty to recognise it from the column. */
    public String categorySeparator() {
        return values.categorySeparator;
    }

    public ImportSettings withCategorySeparator(String separator) {
        return with(changed -> changed.categorySeparator = separator);
    }

    /** What stands between several paths; {@link #NO_SEPARATOR}, or empty to recognise it from the column. */
    public String pathSeparator() {
        return values.pathSeparator;
    }

    public ImportSettings withPathSeparator(String separator) {
        return with(changed -> changed.pathSeparator = separator);
    }

    /** The columns that are the levels of the path, the department first; empty to recognise them from their names. */
    public List<String> categoryLevels() {
        return values.categoryLevels;
    }

    public ImportSettings withCategoryLevels(List<String> columns) {
        return with(changed -> changed.categoryLevels = List.copyOf(columns));
    }

    /** Catalog columns that are kept although they seem to be made from the events. */
    public List<String> keptColumns() {
        return values.keptColumns;
    }

    public ImportSettings withKeptColumns(List<String> columns) {
        return with(changed -> changed.keptColumns = List.copyOf(columns));
    }

    /** Limits that replace those of {@link ImportLimit}. */
    public SortedMap<ImportLimit, Double> accepted() {
        return values.accepted;
    }

    public ImportSettings withAccepted(Map<ImportLimit, Double> limits) {
        return with(changed -> changed.accepted = Collections.unmodifiableSortedMap(new TreeMap<>(limits)));
    }

    /** Lifts every limit, for shops that are tiny or odd on purpose. */
    public ImportSettings acceptingAll() {
        return withAccepted(ImportLimit.lifted());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportSettings that && values.all().equals(that.values.all());
    }

    @Override
    public int hashCode() {
        return values.all().hashCode();
    }

    @Override
    public String toString() {
        return asText().toString();
    }

    /** Every setting that can change the result, by its name. */
    SortedMap<String, String> asText() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("name", name());
        text.put("columns", columns().toString());
        text.put("defaultAction", defaultAction().map(Action::name).orElse(""));
        text.put("vocabulary", vocabulary().names());
        text.put("actions", actions().toString());
        text.put(
                "categories",
                categories().map(path -> String.valueOf(path.getFileName())).orElse(""));
        text.put("userColumns", String.join(",", userColumns()));
        text.put("botEvents", String.valueOf(botEvents()));
        text.put("botEventsPerHour", String.valueOf(botEventsPerHour()));
        text.put("titleCharacters", String.valueOf(titleCharacters()));
        text.put("sessionGap", sessionGap().toString());
        text.put("collapse", String.valueOf(collapse()));
        text.put("dateOrder", dateOrder().map(DateOrder::name).orElse(""));
        text.put("timeZone", timeZone().getId());
        text.put("nullWords", String.join(",", nullWords()));
        text.put("decimal", decimal().map(DecimalMark::name).orElse(""));
        text.put("categoriesAre", categoriesAre().map(ListMeaning::name).orElse(""));
        text.put("categorySeparator", categorySeparator());
        text.put("pathSeparator", pathSeparator());
        text.put("categoryLevels", String.join(",", categoryLevels()));
        text.put("keptColumns", String.join(",", keptColumns()));
        text.put("accepted", accepted().toString());
        return text;
    }
}
