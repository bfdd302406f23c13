package org.crossaisle.io.table.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A text in another encoding as UTF-8. Bytes that are not valid in that encoding become a byte that is not valid in
 * UTF-8, so that the row they are in is a bad row.
 */
final class Transcoded extends InputStream {
    private static final int BLOCK = 1 << 15;
    private static final byte INVALID = (byte) 0xFF;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer source = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer decoded = CharBuffer.allocate(BLOCK);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean sourceEnded;
    private boolean ended;

    Transcoded(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ready.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.remaining());
        ready.get(into, offset, count);
        return count;
    }

    private void fill() throws IOException {
        if (!sourceEnded && source.remaining() < BLOCK / 2) {
            source.compact();
            int count = in.read(source.array(), source.position(), source.remaining());
            sourceEnded = count < 0;
            source.position(source.position() + Math.max(0, count)).flip();
        }
        CoderResult result = decoder.decode(source, decoded, sourceEnded);
        boolean invalid = result.isError();
        if (invalid) {
            source.position(source.position() + result.length());
        } else if (result.isUnderflow() && sourceEnded) {
            decoder.flush(decoded);
            ended = true;
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(decoded.flip());
        decoded.clear();
        ready = invalid
                ? ByteBuffer.allocate(encoded.remaining() + 1)
                        .put(encoded)
                        .put(INVALID)
                        .flip()
                : encoded;
    }
}
