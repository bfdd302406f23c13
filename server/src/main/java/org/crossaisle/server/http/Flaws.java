package org.crossaisle.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.Nearest;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;

/**
 * The errors of a body, in the order they were found. The first {@value #MOST} are listed; one more ends the reading,
 * so that a body full of faults costs no more than a good one. For one thread.
 */
public final class Flaws {
    /** The maximum number that is listed. */
    static final int MOST = 100;

    /** A name longer than this is not compared with others, and no pointer leads to it. */
    private static final int LONGEST_NAME = 256;

    private final ProblemKind kind;
    private final String outcome;
    private final List<Problem.Flaw> flaws = new ArrayList<>();

    /** @param outcome what the answer says became of the request, such as "nothing was stored" */
    public Flaws(ProblemKind kind, String outcome) {
        this.kind = kind;
        this.outcome = outcome;
    }

    /** How many were found so far. */
    public int size() {
        return flaws.size();
    }

    /**
     * Adds one.
     *
     * @param pointer where, as a JSON pointer in a URI fragment
     * @throws ProblemException when the maximum number was already found
     */
    public void add(String pointer, String detail) {
        if (flaws.size() == MOST) {
            throw refusal("more than " + MOST + " things are wrong, the first " + MOST + " are listed; " + outcome);
        }
        flaws.add(new Problem.Flaw(pointer, detail));
    }

    /**
     * Adds a property that does not exist.
     *
     * @param place the pointer to its object
     * @param known the properties there are
     */
    void addUnknown(String place, String name, List<String> known) {
        if (name.length() > LONGEST_NAME) {
            add(place, "there is no property " + QueryParameters.shown(name));
        } else {
            add(
                    place + "/" + escaped(name),
                    "there is no property " + QueryParameters.shown(name) + "; nearest: " + Nearest.to(name, known));
        }
    }

    /**
     * Goes on only when nothing is wrong.
     *
     * @throws ProblemException with all that was found
     */
    public void refuse() {
        if (flaws.size() == 1) {
            throw refusal(flaws.get(0).pointer() + ": " + flaws.get(0).detail());
        }
        if (!flaws.isEmpty()) {
            throw refusal(flaws.size() + " things are wrong; " + outcome);
        }
    }

    private ProblemException refusal(String detail) {
        return new ProblemException(kind, detail, flaws);
    }

    /** RFC 6901 for the pointer, RFC 3986 for the fragment it stands in. */
    private static String escaped(String name) {
        String token = name.replace("~", "~0").replace("/", "~1");
        return URLEncoder.encode(token, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
