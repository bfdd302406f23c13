package org.crossaisle.neural.content.vector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.crossaisle.catalog.Catalog;

/** A layout of encoded content as one row per item. */
public final class ItemRows {
    private ItemRows() {}

    /**
     * The vectors of the items' content.
     *
     * @param identity identity of the encoder
     * @param hashes content hash of each item, in item order
     * @param vectors vectors by content hash
     */
    public static SourceVectors of(
            String name,
            String identity,
            Catalog catalog,
            List<ContentHash> hashes,
            Map<ContentHash, float[]> vectors,
            List<String> notes) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(identity.getBytes(StandardCharsets.UTF_8));
        float[][] rows = new float[catalog.size()][];
        for (int item = 0; item < rows.length; item++) {
            rows[item] = vectors.getOrDefault(hashes.get(item), new float[0]);
            if (rows[item].length > 0) {
                ByteBuffer hash = ByteBuffer.allocate(ContentHash.BYTES);
                hashes.get(item).put(hash);
                digest.update((item + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(hash.array());
            }
        }
        return new SourceVectors(name, HexFormat.of().formatHex(digest.digest()), rows, notes);
    }
}
