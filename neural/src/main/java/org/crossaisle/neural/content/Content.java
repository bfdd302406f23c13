package org.crossaisle.neural.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.neural.content.media.ImageEncoder;
import org.crossaisle.neural.content.media.SoundEncoder;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.text.Titles;
import org.crossaisle.neural.content.vector.ContentHash;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.content.vector.SourceVectors;
import org.crossaisle.neural.content.vector.VectorFile;
import org.crossaisle.neural.content.vector.Whitening;

/**
 * The content of a catalog's items as vectors, one part for each kind of content.
 *
 * @param parts text first, then pictures, sounds, and files in the order given; may be empty
 * @param notes information for the user: which encoder was chosen and why, what was left out
 */
public record Content(List<ContentVectors> parts, List<String> notes) {
    /** Minimum number of training items for whitening to be meaningful. */
    private static final int FEWEST_ITEMS = 2;

    /** Maximum length of a vector; whitening decomposes a square matrix of this size. */
    private static final int LONGEST_VECTOR = 8_192;

    public Content {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * Reads, encodes and whitens the content that the settings name. A kind of content that too few training items have
     * is left out, with a note.
     *
     * @param known the training items, on which whitening is fitted
     * @param cache directory for cached vectors, so that nothing is encoded twice
     * @throws org.crossaisle.RecsException UNSUPPORTED if no encoder supports the language of the titles,
     *     INPUT_UNREADABLE if a file is not of the kind needed, TOO_LARGE if vectors are too long to be whitened,
     *     STORAGE_FAILED if the cache cannot be used
     */
    public static Content of(ContentSettings settings, Catalog catalog, BitSet known, Path cache, Progress progress) {
        List<SourceVectors> sources = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (!settings.text().equals(ContentSettings.NONE)) {
            Titles.encoded(settings, catalog, cache, progress)
                    .ifPresentOrElse(sources::add, () -> notes.add("text is left out: no item has a title"));
        }
        if (!settings.image().model().isEmpty()) {
            sources.add(ImageEncoder.encoded(settings.image(), catalog, cache, progress));
        }
        if (!settings.sound().model().isEmpty()) {
            sources.add(SoundEncoder.encoded(settings.sound(), catalog, cache, progress));
        }
        for (String file : settings.vectors()) {
            sources.add(VectorFile.read(Path.of(file), catalog));
        }
        List<ContentVectors> parts = new ArrayList<>();
        for (SourceVectors source : sources) {
            notes.addAll(source.notes());
            ContentVectors part = whitened(source, known, settings.dimensions());
            if (part.dimension() == 0) {
                notes.add(source.name() + " is left out: too few training items have it, expected " + FEWEST_ITEMS
                        + " with different values");
            } else {
                parts.add(part);
            }
        }
        return new Content(parts, notes);
    }

    /**
     * Number of distinct titles in a catalog that {@code text: auto} can read: 0 if no built-in encoder supports the
     * language of most of them.
     */
    public static int readableTitles(Catalog catalog) {
        return Titles.served(catalog);
    }

    private static void requireBounded(SourceVectors source) {
        int length =
                source.present().isEmpty() ? 0 : source.rows()[source.present().nextSetBit(0)].length;
        if (length > LONGEST_VECTOR) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "the vectors of " + source.name() + " have " + length + " values, at most " + LONGEST_VECTOR
                            + " can be whitened");
        }
    }

    private static ContentVectors whitened(SourceVectors source, BitSet known, int dimensions) {
        requireBounded(source);
        BitSet fitted = source.present();
        fitted.and(known);
        Whitening whitening = Whitening.fit(source.rows(), fitted, dimensions);
        MessageDigest digest = ContentHash.sha256();
        digest.update((source.fingerprint() + " " + dimensions + " " + fitted).getBytes(StandardCharsets.UTF_8));
        return new ContentVectors(
                source.name(),
                HexFormat.of().formatHex(digest.digest()),
                whitening.apply(source.rows(), source.present()),
                source.present(),
                whitening.dimension());
    }
}
