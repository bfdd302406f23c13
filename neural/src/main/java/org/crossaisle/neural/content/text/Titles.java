package org.crossaisle.neural.content.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.setting.PretrainedText;
import org.crossaisle.neural.content.vector.CachedEncoding;
import org.crossaisle.neural.content.vector.ContentHash;
import org.crossaisle.neural.content.vector.ItemRows;
import org.crossaisle.neural.content.vector.SourceVectors;

/**
 * The titles of a catalog and their encoding by a text encoder. Only titles are encoded: categories are separate
 * features wherever content is used, and would make all items of a category alike.
 */
public final class Titles {
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");

    private Titles() {}

    /** The title on one line, empty if there is none. */
    static String of(Item item) {
        return BREAKS.matcher(item.title()).replaceAll(" ").strip();
    }

    /** The distinct titles of a catalog, without empty ones. */
    private static List<String> different(Catalog catalog) {
        return IntStream.range(0, catalog.size())
                .mapToObj(item -> of(catalog.item(item)))
                .filter(title -> !title.isEmpty())
                .distinct()
                .toList();
    }

    /** Number of distinct titles; 0 if no built-in encoder supports the language of most of them. */
    public static int served(Catalog catalog) {
        List<String> titles = different(catalog);
        return new TitleLanguages(titles).served().isPresent() ? titles.size() : 0;
    }

    /** The vectors of all titles; empty if there is no title. */
    public static Optional<SourceVectors> encoded(
            ContentSettings settings, Catalog catalog, Path cache, Progress progress) {
        List<String> titles = IntStream.range(0, catalog.size())
                .mapToObj(item -> of(catalog.item(item)))
                .toList();
        if (titles.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        TextModel model = model(settings, titles, notes);
        List<ContentHash> hashes = titles.stream().map(ContentHash::of).toList();
        Map<ContentHash, String> texts = new LinkedHashMap<>();
        for (int item = 0; item < titles.size(); item++) {
            if (!titles.get(item).isEmpty()) {
                texts.putIfAbsent(hashes.get(item), titles.get(item));
            }
        }
        String identity = model.identity();
        Map<ContentHash, float[]> vectors =
                new CachedEncoding(cache, identity, "titles", progress).of(texts, () -> new TextEncoder(model));
        return Optional.of(ItemRows.of(ContentSettings.TEXT, identity, catalog, hashes, vectors, notes));
    }

    private static TextModel model(ContentSettings settings, List<String> titles, List<String> notes) {
        if (settings.text().equals(ContentSettings.AUTO)) {
            TitleLanguages languages = new TitleLanguages(titles);
            PretrainedText encoder = languages.encoder();
            notes.add("titles are encoded by " + encoder.label() + ": " + languages);
            return TextModel.of(encoder);
        }
        return PretrainedText.named(settings.text())
                .map(TextModel::of)
                .orElseGet(() -> TextModel.of(Path.of(settings.text()), settings.pooling()));
    }
}
