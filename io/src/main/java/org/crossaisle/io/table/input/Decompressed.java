package org.crossaisle.io.table.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The content of a compressed stream. An exception says what is wrong with the stream. */
final class Decompressed extends InputStream {
    static final String GZIP = "gzip";
    static final String ZSTD = "zstd";
    private static final int BLOCK = 1 << 16;

    private final String compression;
    private final InputStream in;

    /** @param compression {@link #GZIP} or {@link #ZSTD} */
    Decompressed(String compression, InputStream compressed) throws IOException {
        this.compression = compression;
        try {
            in = compression.equals(GZIP) ? new GZIPInputStream(compressed, BLOCK) : new ZstdInputStream(compressed);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private IOException broken(IOException e) {
        return new IOException("the " + compression + " stream is broken or ends early", e);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
