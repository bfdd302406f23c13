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
 * The files of a folder that belong to items, named by the item's id or by what one of its attributes says, with or without
 * an ending. Folders inside the folder are not looked into.
 */
final class ItemFiles {
    private final Map<String, Path> byName = new HashMap<>();
    private final String attribute;

    private ItemFiles(String attribute) {
        this.attribute = attribute;
    }

    /**
     * The files by the numbers of their items.
     *
     * @param attribute empty for the id
     * @throws RecsException INPUT_UNREADABLE when there is no such folder
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

    /** Of a path or a URL, what stands behind the last slash. */
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
