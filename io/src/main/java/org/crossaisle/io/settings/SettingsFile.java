package org.crossaisle.io.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.io.WholeFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A file of settings in YAML: a map of keys and values, which may be nested. */
public final class SettingsFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws RecsException when it cannot be read, or is not a map
     */
    public static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Parses the text of such a file.
     *
     * @param where it comes from, for messages
     * @throws RecsException when it is not a map
     */
    public static Map<String, Object> parse(String text, String where) {
        try {
            @Nullable
            Map<String, Object> values = YAML.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (values == null) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, where + " is empty; expected keys and values");
            }
            return values;
        } catch (JacksonException e) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * Writes a file for {@link #read}, atomically.
     *
     * @param comment one line at the top of the file
     * @throws RecsException when it cannot be written
     */
    public static void write(Path file, String comment, Map<String, Object> values) {
        try {
            WholeFile.write(file, "# " + comment + "\n" + YAML.writeValueAsString(values));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
