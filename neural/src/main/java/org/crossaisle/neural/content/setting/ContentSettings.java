package org.crossaisle.neural.content.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.Nearest;

/**
 * The settings for item content: what is used, and how it is read.
 *
 * @param text the text encoder for titles: {@code none}; {@code auto}, which chooses one by the script of the titles;
 *     {@code minilm} or {@code bge-small-en} for English, {@code bge-small-zh} for Chinese; or the path of the user's
 *     own ONNX model, ending in {@code .onnx}, with its {@code tokenizer.json} in the same directory
 * @param pooling how the user's own text model combines the vectors of its tokens; the other models have theirs
 * @param dimensions maximum number of dimensions kept by whitening, for each kind of content
 * @param vectors files with vectors by item: CSV, JSON Lines, or {@code .npy} with an {@code .ids} file of the same
 *     name; each is a kind of content, named after its file
 * @param image how pictures are read
 * @param sound how sounds are read
 */
public record ContentSettings(
        @Help("Encoder of titles: none, auto, the name of a built-in encoder, or the path of an ONNX model.")
        String text,

        @Help("How an ONNX model of your own combines its token vectors into one.")
        Pooling pooling,

        @Help("Most dimensions kept of each kind of content, in [1, 384].")
        int dimensions,

        @Help("Files with a vector for each item.") List<String> vectors,
        Image image,
        Sound sound) {
    public static final String NONE = "none";
    public static final String AUTO = "auto";
    public static final String TEXT = "text";
    public static final String IMAGE = "image";
    public static final String SOUND = "sound";
    private static final int MOST_DIMENSIONS = 384;

    /** No content at all. */
    public static final ContentSettings NOTHING =
            new ContentSettings(NONE, Pooling.MEAN, 128, List.of(), Image.NONE, Sound.NONE);

    public static final ContentSettings DEFAULTS =
            new ContentSettings(AUTO, Pooling.MEAN, 128, List.of(), Image.NONE, Sound.NONE);

    /**
     * A network supplied by the user that reads pictures. It has one input FLOAT [1, 3, side, side]: red, green and
     * blue.
     *
     * @param model path of the ONNX file, empty for none
     * @param folder folder of the pictures
     * @param attribute attribute of an item that names its picture, {@code image} for its image reference; empty if
     *     pictures are named by item id
     * @param side side of the network's input, in pixels
     * @param mean subtracted from each colour, whose values are in [0, 1]
     * @param deviation divisor of the difference, for each colour
     * @param output name of the output to read, empty if there is only one
     */
    public record Image(
            @Help("Path of the ONNX file that reads pictures; empty: none.")
            String model,

            @Help("Folder of the pictures.") String folder,

            @Help("Attribute that names the picture of an item; empty: pictures are named by item id.")
            String attribute,

            @Help("Side of the network's input in pixels.") int side,

            @Help("What is subtracted from red, green and blue, each in [0, 1].")
            List<Double> mean,

            @Help("What each colour is divided by then.") List<Double> deviation,

            @Help("Name of the network's output; empty: it has one.")
            String output) {
        private static final int COLOURS = 3;

        /** No pictures; the other values are those that networks trained on ImageNet expect. */
        public static final Image NONE =
                new Image("", "", "", 224, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), "");

        public Image {
            Pair.require("image", model, folder);
            Bounds.atLeast("image.side", side, 1);
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
            if (mean.size() != COLOURS || deviation.size() != COLOURS) {
                throw new IllegalArgumentException("image.mean has " + mean.size() + " values and image.deviation "
                        + deviation.size() + ", must be " + COLOURS + " each");
            }
            deviation.forEach(value -> Bounds.positive("image.deviation", value));
        }
    }

    /**
     * A network supplied by the user that reads sounds. It has one input FLOAT [1, samples] or [1, 1, samples] in [-1,
     * 1].
     *
     * @param model path of the ONNX file, empty for none
     * @param folder folder of the sounds, WAV files
     * @param attribute attribute of an item that names its sound, empty if sounds are named by item id
     * @param rate sample rate that the network expects, in samples per second
     * @param samples number of samples to read; longer sounds are cut, shorter ones padded with silence
     * @param output name of the output to read, empty if there is only one
     */
    public record Sound(
            @Help("Path of the ONNX file that reads sounds; empty: none.")
            String model,

            @Help("Folder of the sounds, WAV files.") String folder,

            @Help("Attribute that names the sound of an item; empty: sounds are named by item id.")
            String attribute,

            @Help("Samples in a second that the network expects.")
            int rate,

            @Help("Samples that are read; longer sounds are cut, shorter ones padded.")
            int samples,

            @Help("Name of the network's output; empty: it has one.")
            String output) {
        /**
         * No sounds; the other values are five seconds at the sample rate that most networks for speech and sounds
         * expect.
         */
        public static final Sound NONE = new Sound("", "", "", 16_000, 80_000, "");

        public Sound {
            Pair.require("sound", model, folder);
            Bounds.atLeast("sound.rate", rate, 1);
            Bounds.atLeast("sound.samples", samples, 1);
        }
    }

    public ContentSettings {
        vectors = List.copyOf(vectors);
        requireText(text);
        Bounds.inRange("dimensions", dimensions, 1, MOST_DIMENSIONS);
        Set<String> names = new HashSet<>(List.of(TEXT, IMAGE, SOUND));
        for (String file : vectors) {
            if (!names.add(nameOf(file))) {
                throw new IllegalArgumentException("vectors has " + file + ", and " + nameOf(file)
                        + " is already the name of other content; use another file name");
            }
        }
    }

    /** Whether no content is requested. */
    public boolean isEmpty() {
        return text.equals(NONE)
                && vectors.isEmpty()
                && image.model().isEmpty()
                && sound.model().isEmpty();
    }

    private static void requireText(String text) {
        List<String> names = new ArrayList<>(List.of(NONE, AUTO));
        names.addAll(PretrainedText.labels());
        if (!names.contains(text) && !text.toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            throw new IllegalArgumentException("text is " + text + ", must be one of " + String.join(", ", names)
                    + " or the path of a model ending in .onnx. Nearest: " + Nearest.to(text, names));
        }
    }

    /** A class of its own, so that checking an image does not initialise the settings, whose constants need one. */
    private static final class Pair {
        static void require(String name, String model, String folder) {
            if (model.isEmpty() != folder.isEmpty()) {
                throw new IllegalArgumentException(name + ".model is \"" + model + "\" and " + name + ".folder is \""
                        + folder + "\"; expected both or neither");
            }
        }
    }

    /** The name of a file without its directory and extensions. */
    public static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
