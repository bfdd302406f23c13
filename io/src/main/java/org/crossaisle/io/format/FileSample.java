package org.crossaisle.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.plan.Signature;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;

/** The beginning of a file, by which its format is recognised: the first line, the columns and the first rows. */
final class FileSample {
    private static final int ROWS = 200;
    private static final int LONGEST_LINE = 1 << 16;

    private final String firstLine;
    private final List<String> columns = new ArrayList<>();
    private final List<Set<String>> values = new ArrayList<>();

    private FileSample(String firstLine) {
        this.firstLine = firstLine;
    }

    /** Reads the beginning of a table. One that is no table has no columns. */
    static FileSample of(TableSource source) {
        FileSample sample = new FileSample(firstLine(source));
        if (source.hasStandardInput()) {
            return sample; // which can be read only once
        }
        try (RowReader rows = TableFile.open(source, TableOptions.DEFAULTS)) {
            for (int row = 0; row < ROWS && rows.next(); row++) {
                for (int column = 0; column < rows.columns().size(); column++) {
                    if (sample.values.size() <= column) {
                        sample.values.add(new HashSet<>());
                    }
                    sample.values.get(column).add(rows.text(column));
                }
            }
            sample.columns.addAll(rows.columns());
            rows.objectLists().forEach(list -> sample.columns.add(list.replaceFirst(" \\(.*", "")));
        } catch (RecsException e) {
            sample.columns.clear(); // no table of ours; it may still have a first line that is known
        }
        return sample;
    }

    private static String firstLine(TableSource source) {
        Path file = Path.of(source.names().get(0));
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2)) {
            int first = in.read();
            int second = in.read();
            boolean gzip = first == 0x1f && second == 0x8b;
            if (second >= 0) {
                in.unread(second);
            }
            if (first >= 0) {
                in.unread(first);
            }
            InputStream text = gzip ? new GZIPInputStream(in) : in;
            char[] begin = new char[LONGEST_LINE];
            int length = new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1)).read(begin);
            return length <= 0
                    ? ""
                    : new String(begin, 0, length).lines().findFirst().orElse("");
        } catch (IOException e) {
            return ""; // whoever reads the file says why it cannot be read
        }
    }

    /** True when the file has everything that a signature names. */
    boolean has(Signature signature) {
        if (signature.isNone()) {
            return false;
        }
        if (!signature.line().isEmpty()) {
            return firstLine.matches(signature.line());
        }
        return signature.fits(columns)
                && signature.values().entrySet().stream().allMatch(expected -> {
                    int column = columns.indexOf(expected.getKey());
                    return column < values.size()
                            && expected.getValue().stream().anyMatch(values.get(column)::contains);
                });
    }

    List<String> columns() {
        return columns;
    }
}
