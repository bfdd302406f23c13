package org.crossaisle.neural.content.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.crossaisle.Progress;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentEncoder;
import org.crossaisle.neural.content.vector.OnnxNetwork;
import org.crossaisle.neural.content.vector.SourceVectors;
import org.jspecify.annotations.Nullable;

/**
 * An encoder of pictures that uses a network supplied by the user. The central square of a picture is scaled to the
 * side that the network expects; each pixel is the mean of those it covers, and transparent areas become white.
 */
public final class ImageEncoder implements ContentEncoder<Path> {
    private static final int COLOURS = 3;
    private static final int WHITE = 255;

    private final ContentSettings.Image settings;
    private final FileNetwork network;

    ImageEncoder(ContentSettings.Image settings, byte... model) {
        this.settings = settings;
        this.network = new FileNetwork(Path.of(settings.model()), model, settings.output(), List.of(new long[] {
            1, COLOURS, settings.side(), settings.side()
        }));
    }

    /** The vectors of all pictures that exist. */
    public static SourceVectors encoded(
            ContentSettings.Image settings, Catalog catalog, Path cache, Progress progress) {
        byte[] model =
                OnnxNetwork.bytes(Path.of(settings.model()), "the ONNX file that items.content.image.model names");
        return new FileContent(
                        ContentSettings.IMAGE, FileNetwork.identity(ContentSettings.IMAGE, model, settings), "pictures")
                .encoded(
                        catalog,
                        ItemFiles.in(Path.of(settings.folder()), settings.attribute(), catalog),
                        cache,
                        progress,
                        () -> new ImageEncoder(settings, model));
    }

    @Override
    public Optional<float[]> encode(Path file) {
        return read(file).map(image -> network.vector(new float[][][][] {pixels(image)}));
    }

    private static Optional<BufferedImage> read(Path file) {
        try {
            @Nullable BufferedImage image = ImageIO.read(file.toFile());
            return Optional.ofNullable(image);
        } catch (IOException | RuntimeException e) { // readers throw both for damaged pictures
            return Optional.empty();
        }
    }

    /** The input of the network: [3, side, side]. */
    float[][][] pixels(BufferedImage image) {
        int side = settings.side();
        int square = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - square) / 2;
        int top = (image.getHeight() - square) / 2;
        float[][][] pixels = new float[COLOURS][side][side];
        for (int y = 0; y < side; y++) {
            int firstRow = top + from(y, square, side);
            int lastRow = top + to(y, square, side);
            for (int x = 0; x < side; x++) {
                double[] mean =
                        mean(image, left + from(x, square, side), left + to(x, square, side), firstRow, lastRow);
                for (int colour = 0; colour < COLOURS; colour++) {
                    pixels[colour][y][x] =
                            (float) ((mean[colour] / WHITE - settings.mean().get(colour))
                                    / settings.deviation().get(colour));
                }
            }
        }
        return pixels;
    }

    private static int from(int at, int square, int side) {
        return (int) ((long) at * square / side);
    }

    /** The end, exclusive, of the source pixels that a target pixel covers; at least one past their start. */
    private static int to(int at, int square, int side) {
        return Math.max(from(at, square, side) + 1, from(at + 1, square, side));
    }

    private static double[] mean(BufferedImage image, int left, int right, int top, int bottom) {
        double[] sums = new double[COLOURS];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = image.getRGB(x, y);
                double opaque = (pixel >>> 24) / (double) WHITE;
                for (int colour = 0; colour < COLOURS; colour++) {
                    int value = (pixel >>> (16 - 8 * colour)) & 0xff;
                    sums[colour] += opaque * value + (1 - opaque) * WHITE;
                }
            }
        }
        int count = (right - left) * (bottom - top);
        for (int colour = 0; colour < COLOURS; colour++) {
            sums[colour] /= count;
        }
        return sums;
    }

    @Override
    public void close() {
        network.close();
    }
}
