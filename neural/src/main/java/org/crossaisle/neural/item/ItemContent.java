package org.crossaisle.neural.item;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.Content;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentVectors;

/** The content vectors of a catalog's items, computed once for each text and cached for the user. */
public final class ItemContent {
    private static final String CACHE = "crossaisle.cache";

    private ItemContent() {}

    /**
     * The content vectors that the settings ask for. What is chosen and what is left out is reported to
     * {@code progress}.
     *
     * @param known the training items
     */
    public static List<ContentVectors> of(ContentSettings settings, Catalog catalog, BitSet known, Progress progress) {
        if (settings.isEmpty()) {
            return List.of();
        }
        Content content = Content.of(settings, catalog, known, cache(), progress);
        if (!content.notes().isEmpty()) {
            try (Progress.Task task = progress.start("Reading content", -1, "parts")) {
                content.notes().forEach(task::note);
            }
        }
        return content.parts();
    }

    /**
     * The directory {@code content} under the one in the system property {@value #CACHE}, or under
     * {@code ~/.cache/crossaisle} if it is not set.
     */
    private static Path cache() {
        String named = System.getProperty(CACHE);
        Path directory =
                named == null ? Path.of(System.getProperty("user.home"), ".cache", "crossaisle") : Path.of(named);
        return directory.resolve("content");
    }
}
