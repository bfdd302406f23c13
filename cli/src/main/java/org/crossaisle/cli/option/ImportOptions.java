package org.crossaisle.cli.option;

import java.time.Duration;
import org.crossaisle.io.ingest.ImportSettings;
import picocli.CommandLine.Option;

/** Options for the limits and switches of an import. */
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

    /** The settings, overridden by the given options. */
    public ImportSettings over(ImportSettings settings) {
        return SettingErrors.checked(
                "import",
                () -> settings.withBotLimits(botEvents, botEventsPerHour)
                        .withTitleCharacters(titleCharacters)
                        .withSessionGap(Duration.ofMinutes(sessionGap))
                        .withCollapse(collapse)
                        .withDatabaseMemory(databaseMemory));
    }
}
