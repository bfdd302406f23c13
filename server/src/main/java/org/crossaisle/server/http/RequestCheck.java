package org.crossaisle.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.crossaisle.server.problem.Problem;

/** Something that the head of every request must keep, whatever its path. Threads may share it. */
interface RequestCheck {
    /** What is wrong with the head; empty when nothing is. It must not read the body. */
    Optional<Problem> fault(HttpServerRequest request);
}
