package org.crossaisle.io.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.io.artifact.Artifact;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The shop that a model was trained on, as the model's provenance names it: where it lies from the model's directory,
 * so that both can be moved together and no name of a user or of a folder above them is told, what it is called, and
 * the hashes of the tables it was imported from.
 *
 * @param directory where the shop lies
 * @param name of the shop; empty where an older version did not keep it
 * @param inputs the SHA-256 of each of its tables, in hex
 */
public record ModelShop(Path directory, String name, Map<String, String> inputs) {
    private static final String DIRECTORY = "shop.directory";
    private static final String NAME = "shop.name";

    public ModelShop {
        inputs = Map.copyOf(inputs);
    }

    /** A shop that is open. */
    public static ModelShop of(Shop shop, Path directory) {
        return new ModelShop(directory, shop.name(), shop.provenance().inputs());
    }

    /**
     * The shop of a model. An older model names it by an absolute path.
     *
     * @throws RecsException when the directory holds no model
     */
    public static ModelShop ofModel(Path model) {
        Provenance provenance = Artifact.read(model).provenance();
        String written = provenance.settings().getOrDefault(DIRECTORY, "");
        return new ModelShop(
                real(model).resolve(written).normalize(),
                provenance.settings().getOrDefault(NAME, ""),
                provenance.inputs());
    }

    /** What a provenance keeps of it beside the hashes. */
    Map<String, String> written(Path model) {
        Path from = real(model);
        Path to = real(directory);
        boolean sameRoot = String.valueOf(from.getRoot()).equals(String.valueOf(to.getRoot()));
        return new TreeMap<>(Map.of(DIRECTORY, (sameRoot ? from.relativize(to) : to).toString(), NAME, name));
    }

    /**
     * What to tell who uses a model with a shop: that the shop lies elsewhere than the model though nobody asked for
     * it, or that its data are not those of the training.
     *
     * @param asked the directory that was asked for; null when it is that of this
     * @param opened the shop that is used
     */
    public List<String> notes(Path model, @Nullable Path asked, Shop opened) {
        List<String> notes = new ArrayList<>();
        if (asked == null && !isBeside(model)) {
            notes.add("the shop of the model " + model + " is " + directory
                    + ", which is not beside the model; --shop names another");
        }
        if (!inputs.isEmpty() && !inputs.equals(opened.provenance().inputs())) {
            notes.add("the shop " + (asked == null ? directory : asked) + " holds other data than the model " + model
                    + " was trained on (shop " + (name.isEmpty() ? "without a name" : name) + ", events "
                    + shortened(inputs) + "); train it again to have it learn from them");
        }
        return notes;
    }

    private boolean isBeside(Path model) {
        return Optional.ofNullable(real(model).getParent())
                .equals(Optional.ofNullable(real(directory).getParent()));
    }

    private static String shortened(Map<String, String> inputs) {
        String hash = inputs.getOrDefault("events", "");
        return hash.substring(0, Math.min(12, hash.length()));
    }

    /** Without symbolic links as far as it exists, since ".." leads elsewhere behind one. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return Files.exists(absolute)
                    ? absolute.toRealPath()
                    : parent == null ? absolute : real(parent).resolve(String.valueOf(absolute.getFileName()));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, path + " cannot be found: " + e.getMessage(), e);
        }
    }
}
