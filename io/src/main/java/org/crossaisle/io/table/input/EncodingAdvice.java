package org.crossaisle.io.table.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;

/**
 * The advice for a file that is not UTF-8. Which of the older encodings it is in cannot be known for certain, since
 * almost every text is valid in several of them. So the reader is shown how the file's own text reads in each.
 */
final class EncodingAdvice {
    private static final List<String> CANDIDATES = List.of("GB18030", "windows-1252");
    private static final int SHOWN = 40;
    private static final int SHOWN_BEFORE = 12;
    private static final String ENDS_OF_FIELDS = ",;\t|\"";

    private EncodingAdvice() {}

    /**
     * @param line the first line that is not UTF-8
     * @param text its bytes
     * @param all the bytes of all such lines that are known, which an encoding must be able to read
     */
    static RecsException refusal(String name, long line, byte[] text, byte[] all) {
        List<String> readings = new ArrayList<>();
        for (String candidate : CANDIDATES) {
            Charset charset = Charset.forName(candidate);
            if (decoded(charset, all).filter(EncodingAdvice::isText).isPresent()) {
                decoded(charset, text)
                        .ifPresent(read -> readings.add("--encoding " + candidate + " reads \"" + shown(read) + "\""));
            }
        }
        return Unreadable.because(
                name + ":" + line + ": the text is not UTF-8, and nothing in the file says what it is. "
                        + (readings.isEmpty()
                                ? "Neither GB18030 nor windows-1252 can read it; name"
                                : String.join("; ", readings) + ". Name")
                        + " its encoding with --encoding, such as windows-1251, Big5 or Shift_JIS, or --encoding UTF-8 to count"
                        + " such rows as bad.");
    }

    private static Optional<String> decoded(Charset charset, byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // this charset is not the one
        }
    }

    private static boolean isText(String decoded) {
        return decoded.chars().noneMatch(character -> character >= 0x7f && character < 0xa0);
    }

    /** The part of the line around its first character beyond ASCII. */
    private static String shown(String line) {
        int first = 0;
        while (first < line.length() && line.charAt(first) < 0x80) {
            first++;
        }
        int begin = Math.max(0, first - SHOWN_BEFORE);
        for (int at = first - 1; at >= begin; at--) {
            if (ENDS_OF_FIELDS.indexOf(line.charAt(at)) >= 0) {
                begin = at + 1;
            }
        }
        int end = Math.min(line.length(), begin + SHOWN);
        return ShownText.line(line.substring(begin, end).strip()) + (end < line.length() ? "..." : "");
    }
}
