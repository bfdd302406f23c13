package org.crossaisle.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import org.crossaisle.RecsException;
import org.crossaisle.io.WholeFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON files for other programs. */
public final class JsonFile {
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /** Writes maps, lists and records atomically: a reader sees either the old file or the new one. */
    public static void write(Object figures, Path file) {
        writeText(INDENTED.writeValueAsString(figures) + System.lineSeparator(), file);
    }

    /** Writes the same on one line, for a large file that nobody reads. */
    public static void writeDense(Object figures, Path file) {
        writeText(JsonMapper.shared().writeValueAsString(figures), file);
    }

    /** Writes any text atomically. */
    public static void writeText(String text, Path file) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
