package org.crossaisle.io.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.crossaisle.model.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads and writes the blocks of a {@link State} as a safetensors file, which other tools can read: eight bytes with
 * the length of the header, the header in JSON (dtype, shape and byte offsets by name), then the values, row-major and
 * little-endian.
 *
 * <p>Supports the types F32, I32 and I8; I8 blocks come last, so that all values are aligned. Values go through a
 * buffer of 1 MB, so a file may be larger than the largest Java array. Source: the format description of the
 * safetensors project.
 */
public final class Safetensors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER = 1 << 20;
    private static final int VALUE = 4; // bytes per F32 or I32 value
    private static final long MAXIMUM_HEADER = 100_000_000;

    private Safetensors() {}

    /** Writes every block and syncs the file to disk. */
    public static void write(Path file, State state) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        long offset = 0;
        Map<String, State.Block> blocks = aligned(state.blocks());
        for (Map.Entry<String, State.Block> entry : blocks.entrySet()) {
            State.Block block = entry.getValue();
            Type type = Type.of(block);
            long end = offset + type.bytes * count(block.shape());
            header.put(
                    entry.getKey(),
                    Map.of(
                            "dtype",
                            type.name(),
                            "shape",
                            Arrays.stream(block.shape()).boxed().toList(),
                            "data_offsets",
                            List.of(offset, end)));
            offset = end;
        }
        byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        try (FileChannel channel = OwnerOnly.channel(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            channel.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(padded.length)
                    .flip());
            channel.write(ByteBuffer.wrap(padded));
            for (State.Block block : blocks.values()) {
                write(channel, buffer, block);
            }
            channel.force(true);
        }
    }

    /** The element type of a block. */
    private enum Type {
        F32(VALUE),
        I32(VALUE),
        I8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        static Type of(State.Block block) {
            return block instanceof State.Floats ? F32 : block instanceof State.Ints ? I32 : I8;
        }
    }

    /** The same blocks, with single-byte types last. */
    private static Map<String, State.Block> aligned(Map<String, State.Block> blocks) {
        Map<String, State.Block> aligned = new LinkedHashMap<>(blocks);
        aligned.values().removeIf(State.Bytes.class::isInstance);
        blocks.forEach(aligned::putIfAbsent);
        return aligned;
    }

    private static void write(FileChannel channel, ByteBuffer buffer, State.Block block) throws IOException {
        if (block instanceof State.Floats floats) {
            for (float[] row : floats.rows()) {
                for (int from = 0; from < row.length; from += BUFFER / VALUE) {
                    int size = Math.min(BUFFER / VALUE, row.length - from);
                    buffer.clear().limit(size * VALUE);
                    buffer.asFloatBuffer().put(row, from, size);
                    writeFully(channel, buffer);
                }
            }
        } else if (block instanceof State.Ints ints) {
            int[] values = ints.values();
            for (int from = 0; from < values.length; from += BUFFER / VALUE) {
                int size = Math.min(BUFFER / VALUE, values.length - from);
                buffer.clear().limit(size * VALUE);
                buffer.asIntBuffer().put(values, from, size);
                writeFully(channel, buffer);
            }
        } else if (block instanceof State.Bytes bytes) {
            byte[] values = bytes.values();
            for (int from = 0; from < values.length; from += BUFFER) {
                buffer.clear().put(values, from, Math.min(BUFFER, values.length - from));
                writeFully(channel, buffer.flip());
            }
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * Reads every block. A matrix is read row by row, so that it may be larger than the largest Java array.
     *
     * @throws RecsException when the file is malformed
     */
    public static State read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, 0, Long.BYTES, file);
            long length = start.getLong();
            if (length < 2 || length > MAXIMUM_HEADER || Long.BYTES + length > channel.size()) {
                throw broken(
                        file, "its header claims to have " + length + " bytes, but the file has " + channel.size());
            }
            ByteBuffer header = read(channel, Long.BYTES, (int) length, file);
            byte[] json = new byte[header.remaining()];
            header.get(json);
            State state = new State();
            for (Entry entry : entries(json, file)) {
                state.put(entry.name(), block(channel, Long.BYTES + length, entry, file));
            }
            return state;
        }
    }

    /** One tensor of a header. */
    private record Entry(String name, String type, List<Long> shape, long from, long to) {
        long[] axes() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static List<Entry> entries(byte[] json, Path file) {
        List<Entry> entries = new ArrayList<>();
        try {
            JSON.readTree(json).properties().forEach(property -> {
                if (property.getKey().equals("__metadata__")) {
                    return;
                }
                List<Long> shape = new ArrayList<>();
                property.getValue().path("shape").forEach(axis -> shape.add(axis.asLong()));
                entries.add(new Entry(
                        property.getKey(),
                        property.getValue().path("dtype").asString(""),
                        shape,
                        property.getValue().path("data_offsets").path(0).asLong(-1),
                        property.getValue().path("data_offsets").path(1).asLong(-1)));
            });
        } catch (JacksonException e) {
            throw broken(file, "its header is not JSON: " + e.getOriginalMessage());
        }
        return entries;
    }

    private static State.Block block(FileChannel channel, long base, Entry entry, Path file) throws IOException {
        long[] shape = entry.axes();
        long count = count(shape);
        Type type = Arrays.stream(Type.values())
                .filter(each -> each.name().equals(entry.type()))
                .findFirst()
                .orElseThrow(
                        () -> broken(file, entry.name() + " is of type " + entry.type() + ", expected F32, I32 or I8"));
        if (entry.from() < 0 || entry.to() - entry.from() != type.bytes * count || base + entry.to() > channel.size()) {
            throw broken(
                    file,
                    entry.name() + " of shape " + Arrays.toString(shape) + " claims to lie at bytes " + entry.from()
                            + " to " + entry.to() + " of " + (channel.size() - base) + " bytes");
        }
        long at = base + entry.from();
        return switch (type) {
            case F32 -> new State.Floats(shape, floats(channel, at, shape, count, file));
            case I32 -> new State.Ints(shape, ints(channel, at, Math.toIntExact(count), file));
            case I8 ->
                new State.Bytes(
                        shape, read(channel, at, Math.toIntExact(count), file).array());
        };
    }

    private static float[][] floats(FileChannel channel, long at, long[] shape, long count, Path file)
            throws IOException {
        boolean matrix = shape.length == 2 && shape[0] > 0;
        int rowCount = matrix ? Math.toIntExact(shape[0]) : 1;
        int size = Math.toIntExact(count / rowCount);
        float[][] rows = new float[rowCount][size];
        for (int row = 0; row < rowCount; row++) {
            for (int from = 0; from < size; from += BUFFER / VALUE) {
                int part = Math.min(BUFFER / VALUE, size - from);
                read(channel, at, part * VALUE, file).asFloatBuffer().get(rows[row], from, part);
                at += (long) part * VALUE;
            }
        }
        return rows;
    }

    private static int[] ints(FileChannel channel, long at, int count, Path file) throws IOException {
        int[] values = new int[count];
        for (int from = 0; from < count; from += BUFFER / VALUE) {
            int part = Math.min(BUFFER / VALUE, count - from);
            read(channel, at + (long) from * VALUE, part * VALUE, file)
                    .asIntBuffer()
                    .get(values, from, part);
        }
        return values;
    }

    private static ByteBuffer read(FileChannel channel, long at, int size, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        long position = at;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position);
            if (count < 0) {
                throw broken(file, "it ends at byte " + position + ", expected " + (at + size));
            }
            position += count;
        }
        return buffer.flip();
    }

    private static long count(long... shape) {
        long count = 1;
        for (long axis : shape) {
            count = Math.multiplyExact(count, axis);
        }
        return count;
    }

    private static RecsException broken(Path file, String what) {
        return new RecsException(
                RecsException.Code.ARTIFACT_UNREADABLE, file + " is not a readable safetensors file: " + what);
    }
}
