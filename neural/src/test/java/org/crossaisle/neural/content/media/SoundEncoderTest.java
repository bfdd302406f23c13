package org.crossaisle.neural.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.OnnxFile;
import org.crossaisle.neural.content.vector.SourceVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundEncoderTest {
    private static final int RATE = 8_000;
    private static final int SAMPLES = 6;

    @TempDir
    Path directory;

    @Test
    void soundsOfAFolder_haveTheVectorsOfTheNetwork() throws IOException {
        Files.write(directory.resolve("net.onnx"), doubled(1, SAMPLES));
        wav("a", RATE, 1, 16384, -8192, 4096);
        wav("b", RATE, 1, 1, 2, 3, 4, 5, 6, 7, 8);
        Files.writeString(directory.resolve("c.wav"), "no sound");
        Catalog catalog = new Catalog(List.of(Item.of("a", ""), Item.of("b", ""), Item.of("c", "")));
        SourceVectors vectors = SoundEncoder.encoded(settings(), catalog, directory.resolve("cache"), Progress.SILENT);
        assertThat(vectors.rows()[0]).containsExactly(1, -0.5f, 0.25f, 0, 0, 0);
        assertThat(vectors.rows()[1]).hasSize(SAMPLES);
        assertThat(vectors.rows()[1][5]).isEqualTo(2 * 6 / 32768f);
        assertThat(vectors.present().stream()).containsExactly(0, 1);
        assertThat(vectors.notes()).hasSize(2).last().asString().contains("1 sounds cannot be read");
    }

    @Test
    void anotherRateAndTwoChannels_areConverted() throws IOException {
        short[] level = new short[2 * 2 * 200];
        java.util.Arrays.fill(level, (short) 8192);
        wav("a", 2 * RATE, 2, level);
        try (SoundEncoder encoder = new SoundEncoder(settings(), doubled(1, 1, SAMPLES))) {
            float[] samples = encoder.samples(directory.resolve("a.wav")).orElseThrow();
            assertThat(samples).hasSize(SAMPLES);
            assertThat(samples[SAMPLES - 1]).isCloseTo(0.25f, within(0.02f));
            assertThat(encoder.encode(directory.resolve("a.wav"))).isPresent();
        }
    }

    @Test
    void modelOfAnotherInput_isRefusedWithTheShapesFoundAndNeeded() {
        assertThatThrownBy(() -> new SoundEncoder(settings(), doubled(1, 7)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("has the inputs x FLOAT [1, 7]; expected one, FLOAT [1, 6] or [1, 1, 6]");
    }

    /** A network that adds its input to itself. */
    private static byte[] doubled(long... shape) {
        return new OnnxFile()
                .input("x", OnnxFile.FLOAT, shape)
                .output("y", shape)
                .operation("Add", new String[] {"x", "x"}, "y", "")
                .bytes();
    }

    private ContentSettings.Sound settings() {
        return new ContentSettings.Sound(
                directory.resolve("net.onnx").toString(), directory.toString(), "", RATE, SAMPLES, "");
    }

    private void wav(String name, int rate, int channels, int... samples) throws IOException {
        short[] shorts = new short[samples.length];
        for (int at = 0; at < samples.length; at++) {
            shorts[at] = (short) samples[at];
        }
        wav(name, rate, channels, shorts);
    }

    private void wav(String name, int rate, int channels, short... samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length / channels)) {
            AudioSystem.write(
                    sound,
                    AudioFileFormat.Type.WAVE,
                    directory.resolve(name + ".wav").toFile());
        }
    }
}
