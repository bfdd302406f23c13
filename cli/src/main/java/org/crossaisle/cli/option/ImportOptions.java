package org.crossaisle.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.io.column.DateOrder;
import org.crossaisle.io.column.DecimalMark;
import org.crossaisle.io.column.ListMeaning;
import org.crossaisle.io.ingest.ImportLimit;
import org.crossaisle.io.ingest.ImportSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how an import reads columns, and for its limits and switches. */
public final class ImportOptions {
    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    @Option(
            names = "--bot-events",
            paramLabel = "N",
            defaultValue = "" + ImportSettings.BOT_EVENTS,
            description = ImportSettings.BOT_EVENTS_HELP + DEFAULT)
    private int botEvents;

    @Option(
            names = "--bot-events-per-hour",
            paramLabel = "N",
            defaultValue = "" + ImportSettings.BOT_EVENTS_PER_HOUR,
            description = ImportSettings.BOT_EVENTS_PER_HOUR_HELP + DEFAULT)
    private int botEventsPerHour;

    @Option(
            names = "--title-characters",
            paramLabel = "N",
            defaultValue = "" + ImportSettings.TITLE_CHARACTERS,
            description = ImportSettings.TITLE_CHARACTERS_HELP + DEFAULT)
    private int titleCharacters;

    @Option(
            names = "--session-gap",
            paramLabel = "MINUTES",
            defaultValue = "" + ImportSettings.SESSION_GAP_MINUTES,
            description = ImportSettings.SESSION_GAP_HELP + DEFAULT)
    private int sessionGap;

    @Option(
            names = "--collapse",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "" + ImportSettings.COLLAPSE,
            description = ImportSettings.COLLAPSE_HELP + DEFAULT)
    private boolean collapse;

    @Option(
            names = "--database-memory",
            paramLabel = "MIB",
            defaultValue = "" + ImportSettings.DATABASE_MEMORY,
            description = ImportSettings.DATABASE_MEMORY_HELP + DEFAULT)
    private int databaseMemory;

    @Option(names = "--date-order", paramLabel = "dmy|mdy|ymd", description = ImportSettings.DATE_ORDER_HELP)
    private @Nullable DateOrder dateOrder;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = ImportSettings.TIME_ZONE,
            description = ImportSettings.TIME_ZONE_HELP + DEFAULT)
    private String timeZone;

    @Option(names = "--null-words", split = ",", paramLabel = "WORD", description = ImportSettings.NULL_WORDS_HELP)
    private List<String> nullWords = List.of();

    @Option(names = "--decimal", paramLabel = "point|comma", description = ImportSettings.DECIMAL_HELP)
    private @Nullable DecimalMark decimal;

    @Option(names = "--action", split = ",", paramLabel = "YOURS=OURS", description = ImportSettings.ACTION_HELP)
    private Map<String, String> actions = new TreeMap<>();

    @Option(names = "--categories-are", paramLabel = "path|set", description = ImportSettings.CATEGORIES_ARE_HELP)
    private @Nullable ListMeaning categoriesAre;

    @Option(names = "--category-separator", paramLabel = "TEXT", description = ImportSettings.CATEGORY_SEPARATOR_HELP)
    private @Nullable String categorySeparator;

    @Option(names = "--path-separator", paramLabel = "TEXT", description = ImportSettings.PATH_SEPARATOR_HELP)
    private @Nullable String pathSeparator;

    @Option(
            names = "--category-levels",
            split = ",",
            paramLabel = "COLUMN",
            description = ImportSettings.CATEGORY_LEVELS_HELP)
    private List<String> categoryLevels = List.of();

    @Option(names = "--keep-column", paramLabel = "COLUMN", description = ImportSettings.KEEP_COLUMN_HELP)
    private List<String> keptColumns = List.of();

    @Option(names = "--accept", split = ",", paramLabel = "NAME=LIMIT|all", description = ImportSettings.ACCEPT_HELP)
    private List<String> accepted = List.of();

    private Map<String, Action> actions(ActionVocabulary vocabulary) {
        Map<String, Action> named = new TreeMap<>();
        actions.forEach((theirs, ours) -> {
            try {
                named.put(theirs, vocabulary.named(ours.strip().toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--action " + theirs + "=" + ours + ": " + e.getMessage(), e);
            }
        });
        return named;
    }

    /** The settings, overridden by the given options. */
    public ImportSettings over(ImportSettings settings) {
        return SettingErrors.checked("import", () -> {
            ImportSettings read = settings.withBotLimits(botEvents, botEventsPerHour)
                    .withTitleCharacters(titleCharacters)
                    .withSessionGap(Duration.ofMinutes(sessionGap))
                    .withCollapse(collapse)
                    .withDatabaseMemory(databaseMemory)
                    .withTimeZone(zone())
                    .withNullWords(nullWords)
                    .withActions(actions(settings.vocabulary()))
                    .withCategoryLevels(categoryLevels)
                    .withKeptColumns(keptColumns)
                    .withAccepted(limits());
            read = dateOrder == null ? read : read.withDateOrder(dateOrder);
            read = decimal == null ? read : read.withDecimal(decimal);
            read = categoriesAre == null ? read : read.withCategoriesAre(categoriesAre);
            read = categorySeparator == null ? read : read.withCategorySeparator(categorySeparator);
            return pathSeparator == null ? read : read.withPathSeparator(pathSeparator);
        });
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "timeZone is " + timeZone + ", must be a zone such as Europe/Berlin or an offset such as +08:00",
                    e);
        }
    }

    private Map<ImportLimit, Double> limits() {
        Map<ImportLimit, Double> limits = new EnumMap<>(ImportLimit.class);
        for (String each : accepted) {
            if (each.toLowerCase(Locale.ROOT).equals("all")) {
                limits.putAll(ImportLimit.lifted());
                continue;
            }
            int equals = each.indexOf('=');
            try {
                double limit = Double.parseDouble(each.substring(equals + 1));
                if (equals < 0 || !(limit >= 0)) {
                    throw new NumberFormatException(each);
                }
                limits.put(ImportLimit.of(each.substring(0, equals)), limit);
            } catch (NumberFormatException e) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--accept " + each + ": expected a limit and a number, such as dropped=0.6, or all",
                        e);
            }
        }
        return limits;
    }
}
