package org.crossaisle.io.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.crossaisle.ShownText;

/**
 * Standard output or error for libraries: control characters that a terminal would obey are escaped as
 * {@link ShownText}. The bytes of a character may arrive in several writes. Threads may share it.
 */
public final class TerminalStream extends OutputStream {
    private static final int CHARACTERS = 8_192;

    private final OutputStream raw;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private ByteBuffer begun = ByteBuffer.allocate(0); // the first bytes of an incomplete character

    TerminalStream(OutputStream raw, Charset charset) {
        this.raw = raw;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Installs this escaping on standard output and error of this process. */
    public static void guardStandardStreams() {
        System.setOut(guarded(System.out, "stdout.encoding"));
        System.setErr(guarded(System.err, "stderr.encoding"));
    }

    private static PrintStream guarded(PrintStream raw, String encoding) {
        Charset charset = Charset.forName(
                System.getProperty(encoding, Charset.defaultCharset().name()));
        return new PrintStream(new TerminalStream(raw, charset), true, charset);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length)
                .put(begun)
                .put(bytes, from, length)
                .flip();
        CharBuffer characters = CharBuffer.allocate(CHARACTERS);
        boolean more;
        do {
            more = decoder.decode(in, characters, false).isOverflow();
            raw.write(ShownText.of(characters.flip()).getBytes(charset));
            characters.clear();
        } while (more);
        begun = in.slice();
    }

    @Override
    public void flush() throws IOException {
        raw.flush();
    }
}
