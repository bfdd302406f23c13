package org.crossaisle.io.simulate.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Creates the files of an export: text with separators, or JSON Lines. */
final class ExportFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    ExportFiles(Path directory) {
        this.directory = directory;
    }

    /** A file whose fields are separated by commas and quoted where necessary. */
    Lines csv(String name, String... header) throws IOException {
        Lines lines = lines(name, ",");
        lines.add(header);
        return lines;
    }

    /** A file whose fields are separated by a text that they do not contain. */
    Lines lines(String name, String separator) throws IOException {
        return new Lines(Files.newBufferedWriter(directory.resolve(name), StandardCharsets.UTF_8), separator);
    }

    /** A JSON object with these keys and values, in this order. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            object.put(String.valueOf(keysAndValues[at]), keysAndValues[at + 1]);
        }
        return object;
    }

    /** A text file that is being written. */
    static final class Lines implements AutoCloseable {
        private final BufferedWriter out;
        private final String separator;

        private Lines(BufferedWriter out, String separator) {
            this.out = out;
            this.separator = separator;
        }

        void add(String... fields) throws IOException {
            add(Arrays.asList(fields));
        }

        void add(List<String> fields) throws IOException {
            out.write(fields.stream()
                    .map(field -> separator.equals(",") ? quoted(field) : field)
                    .collect(Collectors.joining(separator)));
            out.write('\n');
        }

        void add(Map<String, Object> object) throws IOException {
            out.write(JSON.writeValueAsString(object));
            out.write('\n');
        }

        private static String quoted(String field) {
            boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
