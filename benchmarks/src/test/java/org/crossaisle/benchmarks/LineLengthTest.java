package org.crossaisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No line of the sources is longer than 120 characters. The formatter holds code to that; this holds comments to it.
 */
class LineLengthTest {
    private static final int MOST = 120;
    private static final String QUOTES = "\"".repeat(3);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What is not broken: imports, string literals, which the formatter leaves alone, and addresses. */
    private static final Pattern UNBREAKABLE = Pattern.compile("^import |^package |\"|https?://");

    @Test
    void noLine_isLongerThan120Characters() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int read = 0;
        for (Path file : sources()) {
            tooLong.addAll(tooLong(file));
            read++;
        }
        assertThat(read).isGreaterThan(800);
        assertThat(tooLong)
                .as("lines over %d characters; break the comment onto more lines", MOST)
                .isEmpty();
    }

    private static List<String> tooLong(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        boolean text = false; // within a text block
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!text
                    && line.codePointCount(0, line.length()) > MOST
                    && !UNBREAKABLE.matcher(line).find()) {
                found.add(ROOT.relativize(file) + ":" + (at + 1) + ": " + line.strip());
            }
            text ^= line.split(QUOTES, -1).length % 2 == 0;
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path source : modules.map(each -> each.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        return all;
    }
}
