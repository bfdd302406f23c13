package org.crossaisle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.junit.jupiter.api.Test;

class JsonBodyTest {
    private static final List<String> KNOWN = List.of("a", "b");

    private final Flaws flaws = new Flaws(ProblemKind.EVENT_INVALID, "nothing was stored");

    private JsonNode object(byte[] body) throws IOException {
        return JsonBody.object(new ByteArrayInputStream(body), KNOWN, flaws, "expected an object");
    }

    private JsonNode object(String body) throws IOException {
        return object(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knownProperties_areKept_andOfNestedOnesOnlyTheirKind() throws IOException {
        JsonNode read = object("{\"a\": {\"x\": [1, {\"y\": 2}]}, \"b\": [1, 2], \"c\": {\"a\": 1}}");
        assertThat(read.toString()).isEqualTo("{\"a\":{},\"b\":[]}");
        assertThat(flaws.size()).isOne();
        assertThatThrownBy(flaws::refuse)
                .isInstanceOf(ProblemException.class)
                .hasMessage("#/c: there is no property \"c\"; nearest: a");
    }

    @Test
    void bodyThatIsNotUtf8_isMalformed() {
        byte[] latin = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> object(latin))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("the body is not JSON");
        byte[] cutOff = {'{', '"', 'a', '"', ':', '"', (byte) 0xe5, (byte) 0xbc};
        assertThatThrownBy(() -> object(cutOff))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("the body is not JSON");
    }

    @Test
    void namesWithSlashesAndSpaces_areEscapedInPointers() throws IOException {
        object("{\"x/y ~z\": 1}");
        assertThatThrownBy(flaws::refuse).hasMessageStartingWith("#/x~1y%20~0z: ");
    }
}
