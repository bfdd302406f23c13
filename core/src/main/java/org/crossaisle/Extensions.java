package org.crossaisle;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds implementations of our extension points with {@link ServiceLoader}: on the class path, and in the jars and
 * class directories that the environment variable {@code CROSSAISLE_CLASSPATH} names. The server needs the variable,
 * since it runs with a class path of its own.
 *
 * <p>Threads may share it.
 */
public final class Extensions {
    /** The environment variable. Its paths are separated like those of a class path. */
    public static final String CLASSPATH = "CROSSAISLE_CLASSPATH";

    private static @Nullable ClassLoader loader;

    private Extensions() {}

    /**
     * Returns one instance of each implementation, those on the class path first.
     *
     * @throws RecsException SETTING_INVALID when a path of {@value #CLASSPATH} does not exist, UNSUPPORTED when an
     *     implementation cannot be loaded
     */
    public static <S> List<S> of(Class<S> kind) {
        return of(kind, loader());
    }

    private static synchronized ClassLoader loader() {
        ClassLoader known = loader;
        if (known == null) {
            known = loader(System.getenv(CLASSPATH));
            loader = known;
        }
        return known;
    }

    /** The loader is never closed: what it has loaded is used until the program ends. */
    static ClassLoader loader(@Nullable String paths) {
        ClassLoader own = Extensions.class.getClassLoader();
        if (paths == null || paths.isBlank()) {
            return own;
        }
        List<URL> urls = new ArrayList<>();
        for (String path : paths.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!path.isBlank()) {
                urls.add(url(Path.of(path)));
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), own);
    }

    private static URL url(Path path) {
        if (!Files.isReadable(path)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    CLASSPATH + " names " + path
                            + ", which cannot be read; it must name jars or directories of classes," + " separated by "
                            + File.pathSeparator);
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(path + " has no URL", e);
        }
    }

    static <S> List<S> of(Class<S> kind, ClassLoader loader) {
        try {
            return ServiceLoader.load(kind, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new RecsException(
                    RecsException.Code.UNSUPPORTED,
                    "an extension cannot be loaded: " + e.getMessage() + "; see META-INF/services/" + kind.getName()
                            + " in the jars of the class path and of " + CLASSPATH,
                    e);
        }
    }
}
