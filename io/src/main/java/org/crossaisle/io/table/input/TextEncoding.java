package org.crossaisle.io.table.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text: what the user says, else what its byte order mark says, else UTF-16 where every other byte is
 * 0, else UTF-8. Everything else is refused with advice.
 *
 * @param charset the encoding
 * @param mark length of the byte order mark in bytes
 * @param lines the census of lines that are UTF-8; only counted further if that is the encoding
 */
record TextEncoding(Charset charset, int mark, Utf8Lines lines) {
    private static final int SAMPLE = 1 << 20;
    private static final int NUL_SAMPLE = 4_096;
    private static final int ENOUGH_UTF8_LINES = 3;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private record Mark(Charset charset, int length) {
        static Mark of(ByteWindow window) throws IOException {
            if (window.startsWith(0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (window.startsWith(0xFF, 0xFE, 0, 0)) {
                return new Mark(Charset.forName("UTF-32LE"), 4);
            }
            if (window.startsWith(0, 0, 0xFE, 0xFF)) {
                return new Mark(Charset.forName("UTF-32BE"), 4);
            }
            if (window.startsWith(0xFF, 0xFE)) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            if (window.startsWith(0xFE, 0xFF)) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return window.startsWith(0x84, 0x31, 0x95, 0x33)
                    ? new Mark(GB18030, 4)
                    : new Mark(StandardCharsets.UTF_8, 0);
        }
    }

    /**
     * Judges the beginning of a text, of at most {@value #SAMPLE} bytes.
     *
     * @param wanted the encoding that the user names, or blank
     * @throws RecsException SETTING_INVALID when there is no such encoding; INPUT_UNREADABLE when the text is in none
     *     that can be known, or contradicts the user
     */
    static TextEncoding of(String name, ByteWindow window, String wanted) throws IOException {
        Mark mark = Mark.of(window);
        byte[] sample = wholeLines(window.peek(SAMPLE));
        Utf8Lines known = new Utf8Lines(name, true);
        if (!wanted.isBlank()) {
            return new TextEncoding(agreed(name, named(wanted), mark, sample, known), mark.length, known);
        }
        if (!mark.charset.equals(StandardCharsets.UTF_8)) {
            return new TextEncoding(mark.charset, mark.length, known);
        }
        Charset wide = wide(sample);
        if (wide != null) {
            return new TextEncoding(wide, 0, known);
        }
        refuseNul(name, sample);
        Utf8Lines lines = new Utf8Lines(name, false);
        lines.sample(sample);
        if (lines.isForeign()) {
            throw lines.refusal();
        }
        return new TextEncoding(StandardCharsets.UTF_8, mark.length, lines);
    }

    /** A charset by its name. GBK and GB2312 are read as GB18030, which contains them. */
    static Charset named(String wanted) {
        String plain = wanted.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("gbk") || plain.equals("gb2312") || plain.equals("cp936")) {
            return GB18030;
        }
        try {
            return Charset.forName(wanted.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "encoding \"" + wanted + "\" is not known; expected a name such as UTF-8, UTF-16LE, GB18030,"
                            + " windows-1252 or Shift_JIS",
                    e);
        }
    }

    private static Charset agreed(String name, Charset wanted, Mark mark, byte[] sample, Utf8Lines lines) {
        if (mark.length > 0) {
            boolean anyOrder = wanted.equals(StandardCharsets.UTF_16)
                    && mark.charset.name().startsWith("UTF-16");
            if (!anyOrder && !mark.charset.equals(wanted)) {
                throw Unreadable.because(name + " begins with the byte order mark of " + mark.charset
                        + ", but --encoding is " + wanted + ". Leave the option out, or give it to one table:"
                        + " --encoding events=" + wanted);
            }
            return mark.charset;
        }
        Charset wide = wide(sample);
        if (wanted.equals(StandardCharsets.UTF_16)) {
            return wide == null ? wanted : wide;
        }
        if (wide == null) {
            refuseNul(name, sample);
        }
        lines.sample(sample);
        boolean oneByte = !wanted.name().startsWith("UTF-");
        if (oneByte && lines.sampledBad() == 0 && lines.sampledGood() >= ENOUGH_UTF8_LINES) {
            throw Unreadable.because(name + " is UTF-8, but --encoding is " + wanted
                    + ", which would garble its text. Leave the option out, or give it to one table:"
                    + " --encoding events=" + wanted);
        }
        return wanted;
    }

    private static byte[] wholeLines(byte[] sample) {
        if (sample.length < SAMPLE) {
            return sample;
        }
        for (int end = sample.length; end > 0; end--) {
            if (sample[end - 1] == '\n') {
                return Arrays.copyOf(sample, end);
            }
        }
        int end = sample.length; // one endless line: drop a character that may be cut
        while (end > 0 && sample[end - 1] < 0) {
            end--;
        }
        return Arrays.copyOf(sample, end);
    }

    /** UTF-16 by its zeros, or null. */
    private static @Nullable Charset wide(byte[] sample) {
        int even = 0;
        int odd = 0;
        for (int at = 0; at + 1 < sample.length; at += 2) {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }
        int pairs = sample.length / 2;
        if (odd * 5L >= pairs && odd > 10L * even && odd >= 4) {
            return StandardCharsets.UTF_16LE;
        }
        return even * 5L >= pairs && even > 10L * odd && even >= 4 ? StandardCharsets.UTF_16BE : null;
    }

    private static void refuseNul(String name, byte[] sample) {
        for (int at = 0; at < Math.min(NUL_SAMPLE, sample.length); at++) {
            if (sample[at] == 0) {
                throw Unreadable.because(name + " is not text: its byte " + at + " is 0");
            }
        }
    }
}
