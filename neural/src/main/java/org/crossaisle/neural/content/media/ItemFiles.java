package org.crossaisle.neural.content.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.content.setting.ContentSettings;

/**
 * The files in a folder that belong to items. A file is named by the item's id or by the value of one of its
 * attributes, with or without an extension. Subfolders are ignored.
 */
final class ItemFiles {
    private final Map<String, Path> byName = new HashMap<>();
    private final String attribute;

    private ItemFiles(String attribute) {
        this.attribute = attribute;
    }

    /**
     * The files by item number.
     *
     * @param attribute the attribute that names the file; empty for the id
     * @throws RecsException INPUT_UNREADABLE if there is no such folder
     */
    static Map<Integer, Path> in(Path folder, String attribute, Catalog catalog) {
        ItemFiles files = new ItemFiles(attribute);
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> sorted = listed.filter(Files::isRegularFile).sorted().toList();
            sorted.forEach(file -> files.byName.put(String.valueOf(file.getFileName()), file));
            sorted.forEach(file -> files.byName.putIfAbsent(stem(String.valueOf(file.getFileName())), file));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, "the folder " + folder + " cannot be read: " + e, e);
        }
        Map<Integer, Path> found = new TreeMap<>();
        for (int item = 0; item < catalog.size(); item++) {
            Path file = files.byName.get(files.nameOf(catalog.item(item)));
            if (file != null) {
                found.put(item, file);
            }
        }
        return found;
    }

    /** For a path or a URL, the part after the last slash. */
    private String nameOf(Item item) {
        if (attribute.isEmpty()) {
            return item.id();
        }
        String value = attribute.equals(ContentSettings.IMAGE)
                ? item.image()
                : item.attributes().getOrDefault(attribute, "");
        return value.substring(value.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
