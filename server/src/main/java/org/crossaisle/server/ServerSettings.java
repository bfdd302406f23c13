package org.crossaisle.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the server, given at start as {@code -Dcrossaisle.model=DIR} and so on. */
@ConfigMapping(prefix = "crossaisle")
public interface ServerSettings {
    /** The model directory; required. */
    Optional<String> model();

    /** The shop directory; otherwise the shop that the model was trained on. */
    Optional<String> shop();

    /**
     * The store of live events: a file, or the name of a kind of store, a colon and its address, such as
     * {@code sqlite:events.sqlite}; otherwise {@code live/events.sqlite} in the shop directory.
     */
    Optional<String> events();

    /** How many lists are computed at one time; otherwise the number of processors. */
    OptionalInt concurrency();

    /** How many requests for lists may wait; further ones are rejected. */
    @WithDefault("100") // half of the worker threads, so that events and health checks are answered while lists wait
    int queue();

    /**
     * Names or addresses, separated by commas, under which clients may reach this server besides the loopback and the
     * address it listens on; those of a gateway that passes on the Host of its clients.
     */
    Optional<List<String>> allowedHosts();

    /** How long a body may take to arrive; a slower one is refused. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** How many bodies of one client may be arriving at the same time; when another comes, the oldest is given up. */
    @WithDefault("100")
    int bodiesPerClient();

    /**
     * The device for tensors, {@code cpu} or {@code cuda}, read by {@link org.crossaisle.neural.tensor.ComputeDevice};
     * otherwise the CPU.
     */
    Optional<String> device();

    /**
     * The shop's default settings for lists, by the names of {@link org.crossaisle.io.settings.CrossingText}, such as
     * {@code crossaisle.lists.crossShare=calibrated}; a request may override them.
     */
    Map<String, String> lists();
}
