package org.crossaisle.neural.content.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.vector.CachedEncoding;
import org.crossaisle.neural.content.vector.ContentEncoder;
import org.crossaisle.neural.content.vector.ContentHash;
import org.crossaisle.neural.content.vector.ItemRows;
import org.crossaisle.neural.content.vector.SourceVectors;

/**
 * The vectors of items that each have a file.
 *
 * @param name name of the content part
 * @param identity identity of the encoder
 * @param unit what the files are, in the plural
 */
record FileContent(String name, String identity, String unit) {
    private static final ContentHash NONE = new ContentHash(0, 0, 0, 0);

    SourceVectors encoded(
            Catalog catalog,
            Map<Integer, Path> files,
            Path cache,
            Progress progress,
            Supplier<ContentEncoder<Path>> encoder) {
        Map<ContentHash, Path> contents = new LinkedHashMap<>();
        List<ContentHash> hashes = new ArrayList<>();
        for (int item = 0; item < catalog.size(); item++) {
            Path file = files.get(item);
            hashes.add(file == null ? NONE : hash(file));
            if (file != null) {
                contents.putIfAbsent(hashes.get(item), file);
            }
        }
        Map<ContentHash, float[]> vectors = new CachedEncoding(cache, identity, unit, progress).of(contents, encoder);
        return ItemRows.of(name, identity, catalog, hashes, vectors, notes(catalog, files, contents, vectors));
    }

    private static ContentHash hash(Path file) {
        try {
            return ContentHash.of(file);
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + e, e);
        }
    }

    private List<String> notes(
            Catalog catalog,
            Map<Integer, Path> files,
            Map<ContentHash, Path> contents,
            Map<ContentHash, float[]> vectors) {
        List<String> notes = new ArrayList<>();
        notes.add(files.size() + " of " + catalog.size() + " items have " + unit);
        List<Path> unreadable = contents.entrySet().stream()
                .filter(entry -> !vectors.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!unreadable.isEmpty()) {
            notes.add(unreadable.size() + " " + unit + " cannot be read and are left out, the first is "
                    + unreadable.get(0));
        }
        return notes;
    }
}
