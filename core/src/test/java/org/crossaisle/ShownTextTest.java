package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void whatATerminalObeys_isShownAsAnEscape() {
        assertThat(ShownText.of("\u001b[31mRED\u001b]0;title\u0007 \r \u009b2J \u007f"))
                .isEqualTo("\\u001b[31mRED\\u001b]0;title\\u0007 \\u000d \\u009b2J \\u007f");
        assertThat(ShownText.of("\u202eevil\u202c \u2066a\u2069 \u2028"))
                .isEqualTo("\\u202eevil\\u202c \\u2066a\\u2069 \\u2028");
    }

    @Test
    void lineBreaksAndTabs_stayInTextOfSeveralLinesOnly() {
        assertThat(ShownText.of("a\n\tb")).isEqualTo("a\n\tb");
        assertThat(ShownText.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
    }

    /** Joiners and marks that words and emoji are written with among them. */
    @Test
    void anyOtherText_staysAsItIs() {
        for (String text : List.of("Ärger & <b>", "绿茶🍵", "👩\u200d👧", "שלום\u200f", "c:\\u001b")) {
            assertThat(ShownText.of(text)).isEqualTo(text);
            assertThat(ShownText.line(text)).isEqualTo(text);
        }
    }
}
