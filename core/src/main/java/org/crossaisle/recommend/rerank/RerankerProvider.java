package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Optional;
import org.crossaisle.PublicApi;

/**
 * Reads one kind of {@link Reranker} from text. Found by {@link org.crossaisle.Extensions}: name the class in {@code
 * META-INF/services/org.crossaisle.recommend.rerank.RerankerProvider}, and the command line, the HTTP API and its page
 * offer it.
 */
@PublicApi
public interface RerankerProvider {
    /** The first word of the text form, such as {@code mmr}: lower-case letters, digits and hyphens. */
    String name();

    /** The text form with names for its arguments, such as {@code mmr:WEIGHT[:vectors]}. */
    String usage();

    /** One line that says what it does, without a full stop. */
    String help();

    /** A text form with typical arguments, such as {@code mmr:0.3}. */
    String example();

    /**
     * The re-ranker with these arguments, or empty when they do not have the form of {@link #usage}.
     *
     * @param arguments the parts of the text after the name, which colons separate
     * @throws IllegalArgumentException when an argument is out of its bounds; the message names the bound
     */
    Optional<Reranker> read(List<String> arguments);
}
