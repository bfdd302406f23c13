package org.crossaisle.io.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.model.State;
import org.crossaisle.provenance.Provenance;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trained model on disk: a directory with {@code settings.json}, {@code vocabulary.json},
 * {@code weights.safetensors}, {@code metrics.json} and {@code provenance.json}.
 *
 * <p>It is written to a temporary directory and moved into place as a whole, so a partial model is never visible. Only
 * its owner may read it. Immutable; threads may share it.
 */
public final class Artifact {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String SETTINGS = "settings.json";
    private static final String VOCABULARY = "vocabulary.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String METRICS = "metrics.json";
    private static final String PROVENANCE = "provenance.json";
    private static final Set<String> FILES = Collections.unmodifiableSortedSet(
            new TreeSet<>(List.of(SETTINGS, VOCABULARY, WEIGHTS, METRICS, PROVENANCE)));
    private static final String CATEGORIES = "categories";
    private static final String ACTIONS = "actions";
    private static final String OF_ITEMS = "categoriesOfItems";

    private final Path directory;
    private final Map<String, Object> settings;
    private final List<String> items;
    private final List<String> actions; // names by code
    private final Optional<List<List<CategoryPath>>>
            categories; // [items]; empty where an older version did not keep them
    private final Map<String, Object> metrics;
    private final Provenance provenance;

    private Artifact(
            Path directory,
            Map<String, Object> settings,
            List<String> items,
            List<String> actions,
            Optional<List<List<CategoryPath>>> categories,
            Map<String, Object> metrics,
            Provenance provenance) {
        this.directory = directory;
        this.settings = settings;
        this.items = items;
        this.actions = actions;
        this.categories = categories;
        this.metrics = metrics;
        this.provenance = provenance;
    }

    /**
     * Writes a model, replacing any earlier one in the same directory.
     *
     * @param settings the recipe with its settings and what it learnt on validation, nested
     * @param metrics metrics measured on validation, nested; may be empty
     * @throws RecsException when it cannot be written; an earlier model is then kept
     */
    public static void write(
            Path directory,
            Map<String, Object> settings,
            State state,
            Catalog catalog,
            Map<String, Object> metrics,
            Provenance provenance) {
        try {
            new ArtifactPlace(directory, FILES).replace(next -> {
                write(next.resolve(SETTINGS), settings);
                write(next.resolve(VOCABULARY), vocabulary(catalog));
                write(next.resolve(METRICS), metrics);
                write(next.resolve(PROVENANCE), asMap(provenance));
                Safetensors.write(next.resolve(WEIGHTS), state);
            });
        } catch (IOException | UncheckedIOException e) {
            throw ArtifactPlace.failure(directory, e);
        }
    }

    /**
     * Checks that {@link #write} can put a model into a directory, so that no model is trained that could not be saved.
     *
     * @throws RecsException STORAGE_FAILED when it cannot: the directory holds something else, or cannot be written to
     */
    public static void requireWritable(Path directory) {
        try {
            ArtifactPlace place = new ArtifactPlace(directory, FILES);
            place.recover();
            place.requireReplaceable();
        } catch (IOException | UncheckedIOException e) {
            throw ArtifactPlace.failure(directory, e);
        }
    }

    /**
     * Opens a model without reading its weights.
     *
     * @throws RecsException when the directory holds no model, or an incomplete one
     */
    public static Artifact read(Path directory) {
        if (Files.notExists(directory)) {
            recover(directory);
        }
        for (String file : FILES) {
            if (!Files.isRegularFile(directory.resolve(file))) {
                throw new RecsException(
                        RecsException.Code.ARTIFACT_UNREADABLE,
                        directory + " is not a model directory: it has no file " + file);
            }
        }
        Map<String, Object> vocabulary = readMap(directory.resolve(VOCABULARY));
        List<String> items = new ArrayList<>();
        if (vocabulary.get("items") instanceof List<?> ids) {
            ids.forEach(id -> items.add(String.valueOf(id)));
        }
        if (!hash(items).equals(vocabulary.get("sha256"))) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    directory.resolve(VOCABULARY) + " was changed: its items do not have the hash it states");
        }
        return new Artifact(
                directory,
                readMap(directory.resolve(SETTINGS)),
                items,
                actions(vocabulary),
                categories(vocabulary, items.size(), directory.resolve(VOCABULARY)),
                readMap(directory.resolve(METRICS)),
                provenance(readMap(directory.resolve(PROVENANCE))));
    }

    /**
     * Completes an interrupted write: a writer that was killed may have moved the old model aside without putting the
     * new one in its place.
     */
    private static void recover(Path directory) {
        try {
            new ArtifactPlace(directory, FILES).recover();
        } catch (IOException | UncheckedIOException e) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE, directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The recipe as it was written, nested. */
    public Map<String, Object> settings() {
        return Collections.unmodifiableMap(settings);
    }

    public Map<String, Object> metrics() {
        return Collections.unmodifiableMap(metrics);
    }

    public Provenance provenance() {
        return provenance;
    }

    /** Reads the weights. */
    public State state() {
        try {
            return Safetensors.read(directory.resolve(WEIGHTS));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    directory.resolve(WEIGHTS) + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Checks that the model and a catalog number the items and the actions alike.
     *
     * @throws RecsException when they do not, saying how many differ
     */
    public void requireFits(Catalog catalog) {
        if (!actions.equals(names(catalog.actions()))) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model in " + directory + " knows the actions " + String.join(", ", actions) + ", the shop has "
                            + catalog.actions().names() + ". Train it on this shop");
        }
        long differing = Math.abs(items.size() - catalog.size());
        for (int item = 0; item < Math.min(items.size(), catalog.size()); item++) {
            differing += items.get(item).equals(catalog.item(item).id()) ? 0 : 1;
        }
        if (differing > 0) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model in " + directory + " knows " + items.size() + " items, the shop has " + catalog.size()
                            + "; " + differing + " of them differ. Train it on this shop");
        }
    }

    /**
     * The catalog as of training: the items of a catalog that {@link #requireFits fits}, in their categories at that
     * time. Returns the given catalog if its categories have not changed, or if the model comes from an older version
     * that did not store them.
     */
    public Catalog inCategoriesOfTraining(Catalog catalog) {
        return categories
                .filter(then -> !IntStream.range(0, catalog.size())
                        .allMatch(item -> catalog.item(item).categories().stream()
                                .distinct()
                                .toList()
                                .equals(then.get(item))))
                .map(catalog::withCategories)
                .orElse(catalog);
    }

    private static List<String> names(ActionVocabulary actions) {
        return actions.actions().stream().map(Action::name).toList();
    }

    /** The names of the actions by code; those of a shop where an older version did not keep them. */
    private static List<String> actions(Map<String, Object> vocabulary) {
        return vocabulary.get(ACTIONS) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : names(ActionVocabulary.SHOP);
    }

    private static Optional<List<List<CategoryPath>>> categories(Map<String, Object> vocabulary, int items, Path file) {
        if (!(vocabulary.get(OF_ITEMS) instanceof List<?> ofItems)
                || !(vocabulary.get(CATEGORIES) instanceof List<?> paths)) {
            return Optional.empty();
        }
        try {
            if (ofItems.size() != items) {
                throw new IllegalArgumentException(
                        "there are categories for " + ofItems.size() + " items, expected " + items);
            }
            List<CategoryPath> tree = paths.stream()
                    .map(path -> new CategoryPath(
                            ((List<?>) path).stream().map(String::valueOf).toList()))
                    .toList();
            return Optional.of(ofItems.stream()
                    .map(numbers -> ((List<?>) numbers)
                            .stream().map(number -> tree.get((Integer) number)).toList())
                    .toList());
        } catch (ClassCastException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    file + " was changed: its categories cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Object> vocabulary(Catalog catalog) {
        List<String> ids = new ArrayList<>(catalog.size());
        for (int item = 0; item < catalog.size(); item++) {
            ids.add(catalog.item(item).id());
        }
        List<List<String>> categories = new ArrayList<>();
        for (int category = 0; category < catalog.categories().size(); category++) {
            categories.add(catalog.categories().path(category).levels());
        }
        List<int[]> ofItems = new ArrayList<>();
        for (int item = 0; item < catalog.size(); item++) {
            ofItems.add(catalog.categories().of(item));
        }
        Map<String, Object> vocabulary = new LinkedHashMap<>();
        vocabulary.put("sha256", hash(ids));
        vocabulary.put("items", ids);
        vocabulary.put(ACTIONS, names(catalog.actions()));
        vocabulary.put(CATEGORIES, categories);
        vocabulary.put(OF_ITEMS, ofItems); // places in categories
        return vocabulary;
    }

    private static String hash(List<String> ids) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String id : ids) {
                digest.update(id.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }

    private static Map<String, Object> asMap(Provenance provenance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maker", provenance.maker());
        map.put("version", provenance.version());
        map.put("madeAt", provenance.madeAt().toString());
        map.put("settings", provenance.settings());
        map.put("inputs", provenance.inputs());
        return map;
    }

    private static Provenance provenance(Map<String, Object> map) {
        return Provenance.of(
                String.valueOf(map.get("maker")),
                String.valueOf(map.get("version")),
                Instant.parse(String.valueOf(map.get("madeAt"))),
                strings(map.get("settings")),
                strings(map.get("inputs")));
    }

    private static Map<String, String> strings(@org.jspecify.annotations.Nullable Object value) {
        Map<String, String> strings = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> strings.put(String.valueOf(key), String.valueOf(one)));
        }
        return strings;
    }

    private static void write(Path file, Object value) throws IOException {
        String text = JSON.writeValueAsString(value) + System.lineSeparator();
        try (FileChannel channel = OwnerOnly.channel(file)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Map<String, Object> readMap(Path file) {
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException | JacksonException e) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
