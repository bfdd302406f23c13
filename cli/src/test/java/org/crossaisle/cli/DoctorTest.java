package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {
    private static final List<String> LAYERS = List.of(
            "linear",
            "normalisation",
            "activations",
            "attention",
            "frequency filter",
            "transduction",
            "interest pooling",
            "gru",
            "lstm",
            "embedding",
            "scores of all items");

    @Test
    void thisMachine_isUsable_andEverythingIsTold() throws IOException {
        Call call = Call.of("doctor", "--port", String.valueOf(freePort())).endsWith(0);
        for (String subject :
                List.of("Java", "libtorch", "oneDNN", "matrix products", "ONNX Runtime", "DuckDB", "SQLite")) {
            assertThat(call.out()).containsPattern("(?m)^ok +" + subject + "  .*\\d");
        }
        for (String layer : LAYERS) {
            assertThat(call.out())
                    .containsPattern(
                            "(?m)^ok +layer " + layer + " +largest deviation \\d\\.\\de-\\d\\d, allowed 2e-05$");
        }
        for (String subject : List.of("processor", "memory", "working directory", "cache", "browser", "user key")) {
            assertThat(call.out()).containsPattern("(?m)^(ok|warning) +" + subject + "  ");
        }
        assertThat(call.out())
                .containsPattern("(?m)^ok +port \\d+ +free on ")
                .containsPattern("(?m)^no problems, (no|\\d+) warnings?: Crossaisle runs on this machine\\.$")
                .containsPattern("(?m)^ok +XGBoost +loads$");
    }

    @Test
    void json_tellsTheSame() throws IOException {
        Call call = Call.of("doctor", "--json", "--port", String.valueOf(freePort()))
                .endsWith(0);
        JsonNode root = JsonMapper.shared().readTree(call.out());
        assertThat(root.get("usable").booleanValue()).isTrue();
        assertThat(root.get("layers")
                        .valueStream()
                        .map(each -> each.get("layer").stringValue()))
                .containsExactlyElementsOf(LAYERS);
        assertThat(root.get("layers").valueStream())
                .allSatisfy(
                        each -> assertThat(each.get("deviation").doubleValue()).isBetween(0.0, 2e-5));
        assertThat(root.get("withoutOneDnn")).isEmpty();
        assertThat(root.get("diagnoses").valueStream()).hasSizeGreaterThan(20).allSatisfy(each -> {
            assertThat(each.get("status").stringValue()).isIn("ok", "warning");
            assertThat(each.has("advice"))
                    .isEqualTo(each.get("status").stringValue().equals("warning"));
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void portThatIsAskedForAndTaken_isAProblemThatNamesTheProcess() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            Call call = Call.of("doctor", "--port", String.valueOf(port)).endsWith(1);
            assertThat(call.out())
                    .containsPattern("(?m)^problem +port " + port + " +cannot be opened \\(.*\\), held by process "
                            + ProcessHandle.current().pid() + " \\(.*java\\)$")
                    .contains("choose another port with serve --port")
                    .containsPattern("(?m)^1 problem, ");
        }
    }

    @Test
    void portOutsideItsRange_isMisuse() {
        Call.of("doctor", "--port", "70000").isMisuse("--port is 70000, must be in [1, 65535]");
    }
}
