package org.crossaisle.io.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of settings in YAML: a map of keys and values, which may be nested. */
public final class SettingsFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws RecsException when it cannot be read, or is no map
     */
    public static Map<String, Object> read(Path file) {
        try {
            @Nullable
            Map<String, Object> values =
                    YAML.readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, Object>>() {});
            if (values == null) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, file + " is empty; needed are keys and values");
            }
            return values;
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }
}
