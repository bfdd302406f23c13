package org.crossaisle.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, which the build writes into a resource; so it is there without jars too. */
public final class BuildVersion {
    private static final String TEXT = read();

    private BuildVersion() {}

    /** The version, such as {@code 0.1.0} or {@code 0.1.0-SNAPSHOT}. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing beside " + BuildVersion.class.getName());
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
