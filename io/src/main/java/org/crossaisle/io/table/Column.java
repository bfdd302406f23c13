package org.crossaisle.io.table;

import java.util.List;
import org.crossaisle.Nearest;

/**
 * A column that the import looks for, with the names that shops use for it.
 *
 * @param name our name for it
 * @param aliases other names, most likely first
 * @param required true when a table without it cannot be used
 */
public record Column(String name, List<String> aliases, boolean required) {
    public Column {
        aliases = List.copyOf(aliases);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false);
    }

    /** True when this is one of its names, ignoring case and separators between words. */
    public boolean isCalled(String found) {
        String plain = Nearest.plain(found);
        return plain.equals(Nearest.plain(name))
                || aliases.stream().anyMatch(alias -> Nearest.plain(alias).equals(plain));
    }
}
