package org.crossaisle.io.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;
import org.crossaisle.io.artifact.Artifact;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The shop that a model was trained on, as recorded in the model's provenance: its location relative to the model's
 * directory, its name, and the hashes of the tables it was imported from. The relative location allows both to be moved
 * together and reveals neither a user name nor the parent folders.
 *
 * @param directory the directory of the shop
 * @param name of the shop; empty if an older version did not store it
 * @param inputs the SHA-256 of each of its tables, in hex
 */
@PublicApi
public record ModelShop(Path directory, String name, Map<String, String> inputs) {
    private static final String DIRECTORY = "shop.directory";
    private static final String NAME = "shop.name";

    public ModelShop {
        inputs = Map.copyOf(inputs);
    }

    /** Describes an open shop. */
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

    /** The entries of the provenance, without the hashes. */
    Map<String, String> written(Path model) {
        Path from = real(model);
        Path to = real(directory);
        boolean sameRoot = String.valueOf(from.getRoot()).equals(String.valueOf(to.getRoot()));
        return new TreeMap<>(Map.of(DIRECTORY, (sameRoot ? from.relativize(to) : to).toString(), NAME, name));
    }

    /**
     * Notices for a model used with a shop: that the shop is outside the model's directory although the user did not
     * name it, or that its data differ from the training data.
     *
     * @param asked the directory that the user named; null for the directory of this record
     * @param opened the shop that is used
     */
    public List<String> notes(Path model, @Nullable Path asked, Shop opened) {
        List<String> notes = new ArrayList<>();
        if (asked == null && !isBeside(model)) {
            notes.add("the model " + model + " was trained on the shop " + directory
                    + ", which is not beside the model; --shop names another");
        }
        if (!inputs.isEmpty() && !inputs.equals(opened.provenance().inputs())) {
            notes.add("the shop " + (asked == null ? directory : asked) + " does not hold the data that the model "
                    + model + " was trained on (shop " + (name.isEmpty() ? "without a name" : name) + ", events "
                    + shortened(inputs) + "); train the model again to learn from this shop");
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

    /** Resolves symbolic links in the existing part of a path, since ".." behind a link leads elsewhere. */
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
