package org.crossaisle.io.table;

import java.util.List;
import org.crossaisle.Nearest;

/**
 * A column we look for, and the names by which shops call it.
 *
 * @param name our name for it
 * @param aliases other names, the likeliest first
 * @param required true when a table without it is of no use
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

    /** True when this is one of its names, whatever the case and the signs between words. */
    public boolean isCalled(String found) {
        String plain = Nearest.plain(found);
        return plain.equals(Nearest.plain(name))
                || aliases.stream().anyMatch(alias -> Nearest.plain(alias).equals(plain));
    }
}
