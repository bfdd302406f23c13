package org.crossaisle.neural.content.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentEncoder;
import org.crossaisle.neural.content.vector.OnnxNetwork;
import org.crossaisle.neural.content.vector.SourceVectors;

/**
 * An encoder of WAV files that uses a network supplied by the user. The input is one channel of samples in [-1, 1] at
 * the sample rate that the network expects.
 */
public final class SoundEncoder implements ContentEncoder<Path> {
    private static final int BITS = 16;
    private static final float FULL_SCALE = 1 << (BITS - 1);

    private final ContentSettings.Sound settings;
    private final FileNetwork network;

    SoundEncoder(ContentSettings.Sound settings, byte... model) {
        this.settings = settings;
        this.network = new FileNetwork(
                Path.of(settings.model()),
                model,
                settings.output(),
                List.of(new long[] {1, settings.samples()}, new long[] {1, 1, settings.samples()}));
    }

    /** The vectors of all sounds that exist. */
    public static SourceVectors encoded(
            ContentSettings.Sound settings, Catalog catalog, Path cache, Progress progress) {
        byte[] model =
                OnnxNetwork.bytes(Path.of(settings.model()), "the ONNX file that items.content.sound.model names");
        return new FileContent(
                        ContentSettings.SOUND, FileNetwork.identity(ContentSettings.SOUND, model, settings), "sounds")
                .encoded(
                        catalog,
                        ItemFiles.in(Path.of(settings.folder()), settings.attribute(), catalog),
                        cache,
                        progress,
                        () -> new SoundEncoder(settings, model));
    }

    @Override
    public Optional<float[]> encode(Path file) {
        return samples(file)
                .map(samples -> network.vector(
                        network.inputAxes() == 2 ? new float[][] {samples} : new float[][][] {{samples}}));
    }

    /** The samples of a file, cut or padded with silence; empty if the file is not a readable sound. */
    Optional<float[]> samples(Path file) {
        AudioFormat wanted = new AudioFormat(settings.rate(), BITS, 1, true, false);
        try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile());
                AudioInputStream converted = AudioSystem.getAudioInputStream(wanted, raw)) {
            ByteBuffer bytes = ByteBuffer.wrap(converted.readNBytes(settings.samples() * Short.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[settings.samples()];
            for (int at = 0; bytes.remaining() >= Short.BYTES; at++) {
                samples[at] = bytes.getShort() / FULL_SCALE;
            }
            return Optional.of(samples);
        } catch (UnsupportedAudioFileException | IOException | IllegalArgumentException e) {
            return Optional.empty(); // not WAV, damaged, or not convertible: counted by the caller
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
