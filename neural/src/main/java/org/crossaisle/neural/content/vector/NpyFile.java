package org.crossaisle.neural.content.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.setting.ContentSettings;

/**
 * A matrix in numpy's format, with 32- or 64-bit floats in row-major order. A text file of the same name that ends in
 * {@code .ids} has the item ids, one per line.
 *
 * <p>Source: NEP 1, A simple file format for NumPy arrays, versions 1 and 2.
 */
final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int START = 8; // magic and version
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '<f([48])', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)\\),? *\\}\\s*");

    private NpyFile() {}

    static SourceVectors read(Path file, Catalog catalog) {
        Path ids = Path.of(file.toString().replaceFirst("(?i)\\.npy$", ".ids"));
        try {
            List<String> items = Files.readAllLines(ids, StandardCharsets.UTF_8);
            return read(file, ids, items, catalog);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    file + " and " + ids + " (one item id per line) are both needed, but one cannot be read: " + e,
                    e);
        }
    }

    private static SourceVectors read(Path file, Path ids, List<String> items, Catalog catalog) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, file, 0, START + Integer.BYTES);
            for (byte expected : MAGIC) {
                if (start.get() != expected) {
                    throw refused(file, "it does not start like a .npy file");
                }
            }
            boolean first = start.get() == 1;
            int from = START + (first ? Short.BYTES : Integer.BYTES);
            int length = first ? start.getShort(START) & 0xffff : start.getInt(START);
            String header = StandardCharsets.ISO_8859_1
                    .decode(read(channel, file, from, length))
                    .toString();
            Matcher parts = HEADER.matcher(header);
            if (!parts.matches()) {
                throw refused(
                        file, "its header is " + header.strip() + "; expected '<f4' or '<f8', in C order, [items, d]");
            }
            int rows = Integer.parseInt(parts.group(2));
            if (rows != items.size()) {
                throw refused(file, "it has " + rows + " rows, and " + ids + " has " + items.size() + " lines");
            }
            int width = Integer.parseInt(parts.group(1));
            int dimension = Integer.parseInt(parts.group(3));
            GivenVectors given = new GivenVectors(ContentSettings.nameOf(file.toString()), catalog);
            for (int row = 0; row < rows; row++) {
                ByteBuffer values =
                        read(channel, file, from + length + (long) row * dimension * width, dimension * width);
                float[] vector = new float[dimension];
                for (int at = 0; at < dimension; at++) {
                    vector[at] = width == Float.BYTES ? values.getFloat() : (float) values.getDouble();
                }
                given.add(
                        file.getFileName() + ", row " + (row + 1),
                        items.get(row).strip(),
                        vector);
            }
            return given.vectors(ContentHash.of(file) + " " + ContentHash.of(ids));
        }
    }

    private static ByteBuffer read(FileChannel channel, Path file, long at, int length) throws IOException {
        if (length < 0 || at + length > channel.size()) {
            throw refused(file, "it has " + channel.size() + " bytes, expected " + (at + length));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // until all is read
        }
        return bytes.flip();
    }

    private static RecsException refused(Path file, String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + message);
    }
}
