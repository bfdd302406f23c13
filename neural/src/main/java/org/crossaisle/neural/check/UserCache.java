package org.crossaisle.neural.check;

import java.nio.file.Path;
import java.util.Map;

/** The user's cache directory, for files that the program can recreate. */
public final class UserCache {
    private UserCache() {}

    /** {@code $XDG_CACHE_HOME/crossaisle}, or {@code ~/.cache/crossaisle}; it need not be there. */
    public static Path directory() {
        return directory(System.getenv(), System.getProperty("user.home"));
    }

    /** By the XDG Base Directory Specification, a path that is not absolute is ignored. */
    static Path directory(Map<String, String> environment, String home) {
        Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (named.isAbsolute() ? named : Path.of(home, ".cache")).resolve("crossaisle");
    }
}
