package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a call of the program ended with.
 *
 * @param status of the process
 * @param out what it printed
 * @param err what it printed as an error
 */
public record Call(int status, String out, String err) {
    public static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Call(status, out.toString(), err.toString());
    }

    public Call endsWith(int expected) {
        assertThat(status).as("%s%n%s", out, err).isEqualTo(expected);
        return this;
    }

    /** It ended with 2 and said why in one line. */
    public void isMisuse(String... parts) {
        endsWith(2);
        assertThat(out).isEmpty();
        assertThat(err.lines()).hasSize(1);
        assertThat(err).startsWith("crossaisle: ").contains(parts);
    }
}
