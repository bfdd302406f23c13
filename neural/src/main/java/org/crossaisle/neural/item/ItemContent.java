package org.crossaisle.neural.item;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.Content;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentVectors;

/** The content of a catalog's items, worked out once for each text and kept in the user's cache. */
public final class ItemContent {
    private static final String CACHE = "crossaisle.cache";

    private ItemContent() {}

    /**
     * What the settings ask for; what was chosen and what is left out is told to who watches.
     *
     * @param known the training items
     */
    public static List<ContentVectors> of(ContentSettings settings, Catalog catalog, BitSet known, Progress progress) {
        if (settings.isNothing()) {
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

    /** The directory {@code content} in that of the property {@value #CACHE}, else in {@code ~/.cache/crossaisle}. */
    private static Path cache() {
        String named = System.getProperty(CACHE);
        Path directory =
                named == null ? Path.of(System.getProperty("user.home"), ".cache", "crossaisle") : Path.of(named);
        return directory.resolve("content");
    }
}
