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
 * Which content of the items is used, and how it is read.
 *
 * @param text what reads the titles: {@code none}; {@code auto}, which chooses by their script; {@code minilm} or
 *     {@code bge-small-en} for English, {@code bge-small-zh} for Chinese; or the path of an ONNX model of one's own, ending in
 *     {@code .onnx}, with its {@code tokenizer.json} beside it
 * @param pooling how a text model of one's own makes one vector of its tokens'; the others have theirs
 * @param dimensions how many directions are kept by whitening, at most, of each kind of content
 * @param vectors files of vectors by item: CSV, JSON Lines, or {@code .npy} with an {@code .ids} beside it; each is a kind of
 *     content by the name of its file
 * @param image how pictures are read
 * @param sound how sounds are read
 */
public record ContentSettings(
        @Help("Encoder of titles: none, auto, the name of a built-in encoder, or the path of an ONNX model.")
        String text,

        @Help("How an ONNX model of your own makes one vector of its tokens.")
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
     * A network of the user's own that reads pictures: one input FLOAT [1, 3, side, side], red, green and blue.
     *
     * @param model path of the ONNX file, empty for none
     * @param folder of the pictures
     * @param attribute which attribute of an item names its picture, {@code image} its reference to a picture; empty when
     *     pictures are named by item id
     * @param side of the picture the network sees, in pixels
     * @param mean subtracted from each colour, of values in [0, 1]
     * @param deviation by which the difference is divided, for each colour
     * @param output which output is read, empty when there is one only
     */
    public record Image(
            String model,
            String folder,
            String attribute,
            int side,
            List<Double> mean,
            List<Double> deviation,
            String output) {
        private static final int COLOURS = 3;

        /** No pictures; else what networks trained on ImageNet want. */
        public static final Image NONE =
                new Image("", "", "", 224, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), "");

        public Image {
            requireBoth("image", model, folder);
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
     * A network of the user's own that reads sounds: one input FLOAT [1, samples] or [1, 1, samples] in [-1, 1].
     *
     * @param model path of the ONNX file, empty for none
     * @param folder of the sounds, WAV files
     * @param attribute which attribute of an item names its sound, empty when they are named by item id
     * @param rate samples a second that the network expects
     * @param samples how many it reads: what is longer is cut, what is shorter is followed by silence
     * @param output which output is read, empty when there is one only
     */
    public record Sound(String model, String folder, String attribute, int rate, int samples, String output) {
        /** No sounds; else five seconds at the rate most networks for speech and sounds want. */
        public static final Sound NONE = new Sound("", "", "", 16_000, 80_000, "");

        public Sound {
            requireBoth("sound", model, folder);
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
                        + " is the name of another kind of content; each needs one of its own");
            }
        }
    }

    /** True when nothing is asked for. */
    public boolean isNothing() {
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

    private static void requireBoth(String name, String model, String folder) {
        if (model.isEmpty() != folder.isEmpty()) {
            throw new IllegalArgumentException(name + ".model is \"" + model + "\" and " + name + ".folder is \""
                    + folder + "\"; expected both or neither");
        }
    }

    /** The name of a file without its directory and its endings. */
    public static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
