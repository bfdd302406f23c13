package org.crossaisle.recommend.rerank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.crossaisle.Extensions;
import org.crossaisle.Nearest;

/** The re-rankers on the class path, by name. Threads may share it. */
public final class Rerankers {
    private static final String NAME = "(?!none$)[a-z][a-z0-9-]*"; // "none" means no re-ranker

    private final List<RerankerProvider> providers; // by name

    /** Loads the providers when they are first needed. */
    private static final class Installed {
        static final Rerankers ALL = of(Extensions.of(RerankerProvider.class));
    }

    /** The built-in ones and those of other jars on the class path. */
    public static Rerankers installed() {
        return Installed.ALL;
    }

    /**
     * Only the given providers.
     *
     * @throws IllegalArgumentException when a name is malformed or two providers have the same one
     */
    public static Rerankers of(List<RerankerProvider> providers) {
        return new Rerankers(providers.stream()
                .sorted(Comparator.comparing(RerankerProvider::name))
                .toList());
    }

    private Rerankers(List<RerankerProvider> providers) {
        this.providers = providers;
        for (int at = 0; at < providers.size(); at++) {
            String name = providers.get(at).name();
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "re-ranker " + providers.get(at).getClass().getName() + " is named \"" + name
                                + "\", must be lower-case letters, digits and hyphens, and not \"none\"");
            }
            if (at > 0 && name.equals(providers.get(at - 1).name())) {
                throw new IllegalArgumentException("two re-rankers are named " + name + ": "
                        + providers.get(at - 1).getClass().getName() + " and "
                        + providers.get(at).getClass().getName() + "; remove one of them from the class path");
            }
        }
    }

    /** The providers in the order of their names. */
    public List<RerankerProvider> providers() {
        return providers;
    }

    /** The text forms with names for their arguments, separated by commas. */
    public String usages() {
        return providers.stream().map(RerankerProvider::usage).collect(Collectors.joining(", "));
    }

    /**
     * Parses several re-rankers, separated by commas and applied in this order.
     *
     * @throws IllegalArgumentException when the text cannot be read; the message says what is expected
     */
    public List<Reranker> read(String text) {
        List<Reranker> rerankers = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            rerankers.add(one(each.strip()));
        }
        return rerankers;
    }

    private Reranker one(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        RerankerProvider provider = providers.stream()
                .filter(each -> each.name().equals(parts.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        malformed(text) + "; nearest: " + Nearest.to(parts.get(0), names())));
        return provider.read(parts.subList(1, parts.size()))
                .orElseThrow(() -> new IllegalArgumentException(malformed(text)));
    }

    private List<String> names() {
        return providers.stream().map(RerankerProvider::name).toList();
    }

    private String malformed(String text) {
        return "diversity is " + shortened(text) + ", must be one of " + usages() + ", or none";
    }

    /** A value shortened for a message. */
    private static String shortened(String value) {
        int most = 80;
        return '"' + (value.length() > most ? value.substring(0, most) + "..." : value) + '"';
    }
}
