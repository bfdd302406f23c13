package org.crossaisle.io.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;
import org.crossaisle.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path directory;

    @Test
    void fileMadeByHandFromTheFormat_isRead() throws IOException {
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                        + "\"n\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[16,20]}}";
        State state = Safetensors.read(file(header, 1f, 2f, 3f, 4f, Float.intBitsToFloat(7)));
        assertThat(state.rows("w")).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
        assertThat(state.ints("n")).containsExactly(7);
    }

    private Path file(String header, float... values) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + json.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return Files.write(directory.resolve("hand.safetensors"), bytes.array());
    }

    /** Three bytes before a float would leave it askew, so bytes come last. */
    @Test
    void singleBytes_comeBack_behindWhatMustBeAligned() throws IOException {
        Path file = directory.resolve("bytes.safetensors");
        byte[] many = new byte[(1 << 20) + 3]; // more than the buffer
        many[0] = -128;
        many[many.length - 1] = 127;
        State.Bytes bytes = new State.Bytes(new long[] {many.length}, many);
        Safetensors.write(file, new State().put("b", bytes).put("f", 1.5f));
        State back = Safetensors.read(file);
        assertThat(back.bytes("b")).isEqualTo(many);
        assertThat(back.floats("f")).containsExactly(1.5f);
        byte[] whole = Files.readAllBytes(file);
        int start = whole.length - many.length - Float.BYTES;
        assertThat(start % Float.BYTES).isZero();
        assertThat(ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getFloat(start))
                .isEqualTo(1.5f);
        assertThat(new String(whole, 8, start - 8, StandardCharsets.UTF_8)).contains("\"dtype\":\"I8\"");
    }

    @Test
    void fileWeWrite_isReadByAnIndependentParser() throws IOException {
        Path file = directory.resolve("ours.safetensors");
        Safetensors.write(file, new State().put("vector", 1.5f, -2f).put("counts", 3, 4, 5));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        String header = new String(bytes.array(), 8, length, StandardCharsets.UTF_8);
        assertThat((8 + length) % 8).isZero(); // values are aligned
        Matcher vector = Pattern.compile("\"vector\":\\{[^}]*\"data_offsets\":\\[(\\d+),(\\d+)\\]")
                .matcher(header);
        assertThat(vector.find()).isTrue();
        assertThat(vector.group(2)).isEqualTo(String.valueOf(Integer.parseInt(vector.group(1)) + 8));
        assertThat(bytes.getFloat(8 + length + Integer.parseInt(vector.group(1))))
                .isEqualTo(1.5f);
        Matcher counts = Pattern.compile("\"counts\":\\{[^}]*\"data_offsets\":\\[(\\d+),")
                .matcher(header);
        assertThat(counts.find()).isTrue();
        assertThat(bytes.getInt(8 + length + Integer.parseInt(counts.group(1)) + 8))
                .isEqualTo(5);
    }

    @Test
    void whatIsWritten_comesBack() throws IOException {
        float[][] rows = new float[3][400_000]; // more than one buffer
        rows[2][399_999] = 42;
        Path file = directory.resolve("large.safetensors");
        Safetensors.write(
                file,
                new State()
                        .put("matrix", new State.Floats(new long[] {3, 400_000}, rows))
                        .put("empty", new State.Ints(new long[] {0}))
                        .put("last", 9));
        State state = Safetensors.read(file);
        assertThat(state.rows("matrix")).isDeepEqualTo(rows);
        assertThat(state.ints("empty")).isEmpty();
        assertThat(state.ints("last")).containsExactly(9);
    }

    @Test
    void brokenFiles_areErrorsThatSayWhere() throws IOException {
        assertBroken(file("no json at all", 1f), "header is not JSON");
        assertBroken(file("{\"w\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,36]}}", 1f), "w of shape [9]");
        assertBroken(
                file("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}", 1f, 2f), "w of shape [1]");
        assertBroken(file("{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,4]}}", 1f), "type F64");
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        huge.write(new byte[] {-1, -1, -1, -1, -1, -1, -1, 127});
        assertBroken(Files.write(directory.resolve("huge"), huge.toByteArray()), "its header claims to have");
        assertBroken(Files.write(directory.resolve("short"), new byte[3]), "it ends at byte 3");
    }

    private static void assertBroken(Path file, String message) {
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE))
                .hasMessageContaining(message);
    }
}
