package org.crossaisle.neural.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.OnnxFile;
import org.crossaisle.neural.content.vector.SourceVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageEncoderTest {
    private static final int SIDE = 4;
    private static final int CHANNELS = 5;
    private static final int KERNEL = 2;
    private static final List<Double> MEAN = List.of(0.5, 0.4, 0.3);
    private static final List<Double> DEVIATION = List.of(0.25, 0.2, 0.5);

    @TempDir
    Path directory;

    private final float[] weights = weights();

    @Test
    void picturesOfAFolder_haveTheVectorsOfConvolutionAndMeanDoneByHand() throws IOException {
        Files.write(directory.resolve("net.onnx"), network());
        Files.createDirectory(directory.resolve("pictures"));
        BufferedImage red = noise(8, 8, 1);
        BufferedImage tall = noise(8, 20, 2);
        write(red, "a.png");
        write(tall, "c.png");
        Files.writeString(directory.resolve("pictures/d.png"), "no picture");
        Catalog catalog = catalog("a", "b", "c", "d");

        SourceVectors vectors = encoded(settings(""), catalog);

        assertThat(vectors.present().stream()).containsExactly(0, 2);
        assertClose(vectors.rows()[0], byHand(halved(red, 0, 0)));
        assertClose(vectors.rows()[2], byHand(halved(tall, 0, 6)));
        assertThat(vectors.notes())
                .containsExactly(
                        "3 of 4 items have pictures",
                        "1 pictures cannot be read and are left out, the first is "
                                + directory.resolve("pictures/d.png"));
    }

    @Test
    void attribute_namesThePicture() throws IOException {
        Files.write(directory.resolve("net.onnx"), network());
        Files.createDirectory(directory.resolve("pictures"));
        write(noise(4, 4, 1), "front.png");
        Catalog catalog = new Catalog(List.of(
                Item.of("a", ""),
                withAttributes("b", "photo", "https://shop/img/front.png"),
                withAttributes("c", "photo", "front")));
        SourceVectors vectors = encoded(settings("photo"), catalog);
        assertThat(vectors.present().stream()).containsExactly(1, 2);
        assertThat(vectors.rows()[1]).isEqualTo(vectors.rows()[2]);
    }

    @Test
    void transparentPixels_areWhite() {
        BufferedImage clear = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        try (ImageEncoder encoder = new ImageEncoder(settings(""), network())) {
            assertThat(encoder.pixels(clear)[0][0][0]).isCloseTo((1 - 0.5f) / 0.25f, within(1e-5f));
            assertThat(encoder.pixels(clear)[2][3][3]).isCloseTo((1 - 0.3f) / 0.5f, within(1e-5f));
        }
    }

    @Test
    void smallPicture_isEnlarged() {
        BufferedImage two = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        two.setRGB(1, 0, 0xff0000);
        try (ImageEncoder encoder = new ImageEncoder(settings(""), network())) {
            float[][] reds = encoder.pixels(two)[0];
            assertThat(reds[0]).containsExactly(-2, -2, 2, 2);
            assertThat(reds[1]).containsExactly(-2, -2, 2, 2);
            assertThat(reds[2]).containsExactly(-2, -2, -2, -2);
        }
    }

    @Test
    void fileThatIsNoModel_isRefused() {
        assertThatThrownBy(() -> new ImageEncoder(settings(""), (byte) 1, (byte) 2))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("net.onnx is not a valid ONNX model");
    }

    @Test
    void modelOfAnotherInput_isRefusedWithTheShapesFoundAndNeeded() {
        byte[] model = new OnnxFile()
                .input("x", OnnxFile.FLOAT, -1, 1, 28, 28)
                .output("y", -1, 1, 28, 28)
                .operation("Relu", new String[] {"x"}, "y", "")
                .bytes();
        assertThatThrownBy(() -> new ImageEncoder(settings(""), model))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("has the inputs x FLOAT [-1, 1, 28, 28]; expected one, FLOAT [1, 3, 4, 4]");
    }

    @Test
    void modelWithoutPooling_isRefusedWithTheShapesFoundAndNeeded() throws IOException {
        byte[] model = new OnnxFile()
                .input("x", OnnxFile.FLOAT, -1, 3, SIDE, SIDE)
                .output("y", -1, 3, SIDE, SIDE)
                .operation("Relu", new String[] {"x"}, "y", "")
                .bytes();
        Files.createDirectory(directory.resolve("pictures"));
        write(noise(4, 4, 1), "a.png");
        try (ImageEncoder encoder = new ImageEncoder(settings(""), model)) {
            assertThatThrownBy(() -> encoder.encode(directory.resolve("pictures/a.png")))
                    .isInstanceOf(RecsException.class)
                    .hasMessageContaining("returns y of shape [1, 3, 4, 4]; expected [1, dimension]");
        }
    }

    @Test
    void modelOfSeveralOutputs_needsTheNameOfOne() {
        byte[] model = twoOutputs();
        assertThatThrownBy(() -> new ImageEncoder(settings(""), model))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("expected the name of one of them");
        new ImageEncoder(named("flat"), model).close();
        assertThatThrownBy(() -> new ImageEncoder(named("none"), model)).hasMessageContaining("expected none as FLOAT");
    }

    @Test
    void folderThatIsMissing_isRefused() throws IOException {
        Files.write(directory.resolve("net.onnx"), network());
        assertThatThrownBy(() -> encoded(settings(""), catalog("a")))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("the folder " + directory.resolve("pictures") + " cannot be read");
    }

    /** A convolution of 2 x 2, and the mean over all places. */
    private byte[] network() {
        return new OnnxFile()
                .input("x", OnnxFile.FLOAT, -1, 3, SIDE, SIDE)
                .output("vector", -1, CHANNELS, 1, 1)
                .constant("w", weights, CHANNELS, 3, KERNEL, KERNEL)
                .operation("Conv", new String[] {"x", "w"}, "maps", "kernel_shape", KERNEL, KERNEL)
                .operation("GlobalAveragePool", new String[] {"maps"}, "vector", "")
                .bytes();
    }

    private static byte[] twoOutputs() {
        return new OnnxFile()
                .input("x", OnnxFile.FLOAT, 1, 3, SIDE, SIDE)
                .output("maps", 1, 3, SIDE, SIDE)
                .output("flat", 1, 3, 1, 1)
                .operation("Relu", new String[] {"x"}, "maps", "")
                .operation("GlobalAveragePool", new String[] {"maps"}, "flat", "")
                .bytes();
    }

    private static float[] weights() {
        Random random = new Random(4);
        float[] weights = new float[CHANNELS * 3 * KERNEL * KERNEL];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) random.nextGaussian();
        }
        return weights;
    }

    /** Convolution and mean, written out. */
    private double[] byHand(double[][][] pixels) {
        double[] vector = new double[CHANNELS];
        int places = SIDE - KERNEL + 1;
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int colour = 0; colour < 3; colour++) {
                for (int y = 0; y < places * KERNEL; y++) {
                    for (int x = 0; x < places * KERNEL; x++) {
                        float weight = weights[((channel * 3 + colour) * KERNEL + y % KERNEL) * KERNEL + x % KERNEL];
                        vector[channel] += weight
                                * pixels[colour][y / KERNEL + y % KERNEL][x / KERNEL + x % KERNEL]
                                / (places * places);
                    }
                }
            }
        }
        return vector;
    }

    /** Eight pixels a side made four, and what settings subtract and divide by. */
    private static double[][][] halved(BufferedImage image, int left, int top) {
        double[][][] pixels = new double[3][SIDE][SIDE];
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < 2 * SIDE; y++) {
                for (int x = 0; x < 2 * SIDE; x++) {
                    int value = (image.getRGB(left + x, top + y) >> (16 - 8 * colour)) & 0xff;
                    pixels[colour][y / 2][x / 2] += (value / 255.0 - MEAN.get(colour)) / DEVIATION.get(colour) / 4;
                }
            }
        }
        return pixels;
    }

    private static void assertClose(float[] found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int at = 0; at < expected.length; at++) {
            assertThat((double) found[at]).isCloseTo(expected[at], within(1e-4));
        }
    }

    private ContentSettings.Image settings(String attribute) {
        return settings(attribute, "");
    }

    private ContentSettings.Image named(String output) {
        return settings("", output);
    }

    private ContentSettings.Image settings(String attribute, String output) {
        return new ContentSettings.Image(
                directory.resolve("net.onnx").toString(),
                directory.resolve("pictures").toString(),
                attribute,
                SIDE,
                MEAN,
                DEVIATION,
                output);
    }

    private SourceVectors encoded(ContentSettings.Image settings, Catalog catalog) {
        return ImageEncoder.encoded(settings, catalog, directory.resolve("cache"), Progress.SILENT);
    }

    private static Catalog catalog(String... ids) {
        return new Catalog(List.of(ids).stream().map(id -> Item.of(id, "")).toList());
    }

    private void write(BufferedImage image, String name) throws IOException {
        ImageIO.write(image, "png", directory.resolve("pictures").resolve(name).toFile());
    }

    private static BufferedImage noise(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    private static Item withAttributes(String id, String... namesAndValues) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            attributes.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new Item(id, "", "", List.of(), "", OptionalDouble.empty(), attributes, "");
    }
}
