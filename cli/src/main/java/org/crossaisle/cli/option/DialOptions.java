package org.crossaisle.cli.option;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.recommend.rerank.Rerankers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that a shop can set for all lists and a request for one list. */
public final class DialOptions {
    @Option(names = "--scope", description = ListSettings.SCOPE_HELP + " Default: " + ListSettings.SCOPE_DEFAULT + ".")
    private @Nullable String scope;

    @Option(names = "--cross-share", paramLabel = "SHARE", description = ListSettings.CROSS_SHARE_HELP)
    private @Nullable String crossShare;

    @Option(names = "--level", paramLabel = "LEVEL", description = ListSettings.LEVEL_HELP)
    private @Nullable String level;

    @Option(
            names = "--exclude-categories",
            paramLabel = "PATH[,PATH]",
            description = ListSettings.EXCLUDE_CATEGORIES_HELP)
    private @Nullable String excludeCategories;

    @Option(
            names = "--diversity",
            paramLabel = "STEP[,STEP]",
            completionCandidates = RerankerTexts.class,
            description = ListSettings.DIVERSITY_HELP + " There are ${COMPLETION-CANDIDATES}.")
    private @Nullable String diversity;

    @Option(names = "--window", paramLabel = "MOST/PLACES[@LEVEL]", description = ListSettings.WINDOW_HELP)
    private @Nullable String window;

    /** The available re-rankers, for the help. */
    static final class RerankerTexts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Rerankers.installed().providers().stream()
                    .map(each -> each.usage() + " (" + each.help() + ")")
                    .iterator();
        }
    }

    /** The given options, by setting name. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, ListSettings.SCOPE, scope);
        put(texts, ListSettings.CROSS_SHARE, crossShare);
        put(texts, ListSettings.LEVEL, level);
        put(texts, ListSettings.EXCLUDE_CATEGORIES, excludeCategories);
        put(texts, ListSettings.DIVERSITY, diversity);
        put(texts, ListSettings.WINDOW, window);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }
}
