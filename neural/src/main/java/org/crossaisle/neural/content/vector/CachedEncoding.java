package org.crossaisle.neural.content.vector;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.crossaisle.Progress;

/**
 * An encoding through a cache: what is not cached yet is encoded on all processors and appended to the cache.
 *
 * @param directory directory of the cache
 * @param identity distinguishes the encoder's vectors from those of any other
 * @param unit what is encoded, in the plural: "titles"
 */
public record CachedEncoding(Path directory, String identity, String unit, Progress progress) {
    /** Number of encodings between two writes to the cache; a run that is killed loses no more. */
    private static final int CHUNK = 64;

    /**
     * The vectors by content hash, without those that cannot be encoded.
     *
     * @param encoder opened only if there is something to encode
     */
    public <T> Map<ContentHash, float[]> of(Map<ContentHash, T> things, Supplier<ContentEncoder<T>> encoder) {
        try (VectorCache cache = VectorCache.open(directory, identity, progress)) {
            Map<ContentHash, float[]> vectors = cache.read(things.keySet());
            List<Map.Entry<ContentHash, T>> missing = things.entrySet().stream()
                    .filter(entry -> !vectors.containsKey(entry.getKey()))
                    .toList();
            if (!missing.isEmpty()) {
                try (ContentEncoder<T> opened = encoder.get()) {
                    encode(missing, opened, cache, vectors);
                }
            }
            return vectors;
        }
    }

    private <T> void encode(
            List<Map.Entry<ContentHash, T>> missing,
            ContentEncoder<T> encoder,
            VectorCache cache,
            Map<ContentHash, float[]> vectors) {
        try (Progress.Task task = progress.start("Encoding " + unit, missing.size(), unit)) {
            for (int from = 0; from < missing.size(); from += CHUNK) {
                List<Map.Entry<ContentHash, T>> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
                List<Optional<float[]>> encoded = IntStream.range(0, chunk.size())
                        .parallel()
                        .mapToObj(at -> encoder.encode(chunk.get(at).getValue()))
                        .toList();
                for (int at = 0; at < chunk.size(); at++) {
                    ContentHash hash = chunk.get(at).getKey();
                    encoded.get(at).ifPresent(vector -> {
                        cache.append(hash, vector);
                        vectors.put(hash, vector);
                    });
                }
                task.reached(from + chunk.size());
            }
        }
    }
}
