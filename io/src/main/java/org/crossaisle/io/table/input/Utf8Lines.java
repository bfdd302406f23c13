package org.crossaisle.io.table.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crossaisle.RecsException;

/**
 * Counts the lines with characters beyond ASCII that are UTF-8, and those that are not. A few broken lines among many
 * good ones are bad rows; if more than one in {@value #GOOD_FOR_EACH_BAD} is broken, the file is in another encoding.
 * For one thread.
 */
public final class Utf8Lines {
    private static final int GOOD_FOR_EACH_BAD = 10;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final String name;
    private final boolean known;
    private long sampledGood;
    private long sampledBad;
    private long good;
    private long bad;
    private long firstBadLine;
    private byte[] firstBad = {};
    private final ByteArrayOutputStream allBad = new ByteArrayOutputStream();

    /** @param known true when the encoding is known for certain: then any number of broken lines are bad rows */
    Utf8Lines(String name, boolean known) {
        this.name = name;
        this.known = known;
    }

    /** Counts the lines of the beginning of a file. */
    void sample(byte[] sample) {
        long line = 1;
        int begin = 0;
        boolean ascii = true;
        for (int at = 0; at <= sample.length; at++) {
            byte b = at < sample.length ? sample[at] : (byte) '\n';
            ascii &= b >= 0;
            if (b == '\n') {
                if (!ascii) {
                    sampled(line, sample, begin, at);
                }
                line++;
                begin = at + 1;
                ascii = true;
            }
        }
    }

    private void sampled(long line, byte[] sample, int begin, int end) {
        if (isUtf8(sample, begin, end - begin)) {
            sampledGood++;
            return;
        }
        allBad.write(sample, begin, end - begin);
        allBad.write('\n');
        if (sampledBad++ == 0) {
            firstBadLine = line;
            firstBad = Arrays.copyOfRange(sample, begin, end);
        }
    }

    long sampledGood() {
        return sampledGood;
    }

    long sampledBad() {
        return sampledBad;
    }

    /** True when the sample is in another encoding. */
    boolean isForeign() {
        return !known && sampledBad * GOOD_FOR_EACH_BAD > sampledGood;
    }

    /** The refusal of a sample that is in another encoding. */
    RecsException refusal() {
        return EncodingAdvice.refusal(name, firstBadLine, firstBad, allBad.toByteArray());
    }

    /**
     * True when a row with characters beyond ASCII is UTF-8.
     *
     * @param line on which the row begins
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when too many rows are not
     */
    public boolean check(long line, byte[] bytes, int start, int length) {
        if (isUtf8(bytes, start, length)) {
            good++;
            return true;
        }
        bad++;
        if (!known && bad * GOOD_FOR_EACH_BAD > Math.max(good, sampledGood)) {
            byte[] row = Arrays.copyOfRange(bytes, start, start + length);
            throw EncodingAdvice.refusal(name, line, row, row);
        }
        return false;
    }

    private boolean isUtf8(byte[] bytes, int start, int length) {
        try {
            decoder.decode(ByteBuffer.wrap(bytes, start, length));
            return true;
        } catch (CharacterCodingException e) {
            return false; // reported as the result, not as a failure
        }
    }
}
