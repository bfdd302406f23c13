package org.crossaisle.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the server is told when it starts, as {@code -Dcrossaisle.model=DIR} and so on. */
@ConfigMapping(prefix = "crossaisle")
public interface ServerSettings {
    /** The model directory, which must be given. */
    Optional<String> model();

    /** The shop directory; otherwise the shop that the model was trained on. */
    Optional<String> shop();

    /**
     * Where live events are kept: a file, or the name of a kind of store, a colon and its address, such as
     * {@code sqlite:events.sqlite}; otherwise {@code live/events.sqlite} in the shop directory.
     */
    Optional<String> events();

    /** How many lists are worked out at one time; otherwise as many as there are processors. */
    OptionalInt concurrency();

    /** How many requests for lists may wait for their turn; a further one is turned away. */
    @WithDefault("100") // half of the worker threads, so that events and health are answered while lists wait
    int queue();

    /**
     * Where tensors are, {@code cpu} or {@code cuda}; read by {@link org.crossaisle.neural.tensor.ComputeDevice},
     * otherwise the processor.
     */
    Optional<String> device();

    /**
     * What the shop settles for all lists, by the names of {@link org.crossaisle.io.settings.CrossingText}, such as
     * {@code crossaisle.lists.crossShare=calibrated}; a request may ask for something else.
     */
    Map<String, String> lists();
}
