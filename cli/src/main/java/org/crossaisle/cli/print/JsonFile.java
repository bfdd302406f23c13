package org.crossaisle.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import org.crossaisle.RecsException;
import org.crossaisle.io.WholeFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures for other programs. */
public final class JsonFile {
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /** Writes maps, lists and records, in one step: whoever looks finds the old file or the new one, whole. */
    public static void write(Object figures, Path file) {
        writeText(INDENTED.writeValueAsString(figures) + System.lineSeparator(), file);
    }

    /** The same on one line, for a file that is large and read by nobody. */
    public static void writeDense(Object figures, Path file) {
        writeText(JsonMapper.shared().writeValueAsString(figures), file);
    }

    /** Any text, in one step. */
    public static void writeText(String text, Path file) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
