package org.crossaisle.neural.content.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.neural.content.setting.Pooling;
import org.crossaisle.neural.content.setting.PretrainedText;
import org.crossaisle.neural.content.vector.OnnxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class TextEncoderTest {
    private static final int GOLDEN_VECTORS = 15;

    @TempDir
    Path directory;

    @Test
    void knownTexts_haveTheVectorsAnotherProgramMakes() throws IOException {
        int compared = 0;
        for (PretrainedText pretrained : PretrainedText.values()) {
            try (TextEncoder encoder = open(pretrained)) {
                for (String line : lines("encoders.txt")) {
                    String[] fields = line.split("\t", -1);
                    if (fields[0].equals(pretrained.label())) {
                        float[] expected = numbers(fields[2]);
                        assertThat(encode(encoder, fields[1])).as(fields[1]).hasSize(pretrained.dimension());
                        assertThat(cosine(encode(encoder, fields[1]), expected))
                                .as(fields[1])
                                .isCloseTo(
                                        1,
                                        within(5e-3)); // equal with its version of ONNX Runtime, others round otherwise
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(GOLDEN_VECTORS);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINILM", "BGE_SMALL_EN"})
    void englishTitles_areNearerToTheirLike(PretrainedText pretrained) {
        try (TextEncoder encoder = open(pretrained)) {
            float[] tent = encode(encoder, "waterproof camping tent for four");
            assertThat(cosine(tent, encode(encoder, "sleeping bag for cold weather")))
                    .isGreaterThan(cosine(tent, encode(encoder, "children's picture book")) + 0.05);
            float[] polish = encode(encoder, "OPI Red Shatter Crackle Nail Polish");
            assertThat(cosine(polish, encode(encoder, "China Glaze Nail Lacquer with Hardner")))
                    .isGreaterThan(cosine(polish, encode(encoder, "Ceramic Hair Dryer 1875 Watt")) + 0.05);
        }
    }

    @Test
    void chineseTitles_areNearerToTheirLike() {
        try (TextEncoder encoder = open(PretrainedText.BGE_SMALL_ZH)) {
            float[] tent = encode(encoder, "露营帐篷 户外 防水");
            assertThat(cosine(tent, encode(encoder, "睡袋 冬季 野营")))
                    .isGreaterThan(cosine(tent, encode(encoder, "蓝牙耳机 降噪")) + 0.2);
            float[] lotion = encode(encoder, "无印良品 MUJI 基础润肤化妆水");
            assertThat(cosine(lotion, encode(encoder, "保湿爽肤水 敏感肌")))
                    .isGreaterThan(cosine(lotion, encode(encoder, "无印良品 MUJI 男式 法兰绒睡衣")));
        }
    }

    @Test
    void textBeyondTheBound_isCutThere() {
        try (TextEncoder encoder = open(PretrainedText.MINILM)) {
            String most = "tent ".repeat(PretrainedText.MINILM.maximumTokens());
            assertThat(encode(encoder, most + "and a picture book")).isEqualTo(encode(encoder, most));
            assertThat(encode(encoder, "tent tent and a picture book")).isNotEqualTo(encode(encoder, "tent tent"));
        }
    }

    @Test
    void severalThreads_getWhatOneGets() {
        List<String> titles = IntStream.range(0, 40)
                .mapToObj(number -> "tent number " + number)
                .toList();
        try (TextEncoder encoder = open(PretrainedText.MINILM)) {
            List<float[]> together =
                    titles.parallelStream().map(title -> encode(encoder, title)).toList();
            for (int at = 0; at < titles.size(); at++) {
                assertThat(together.get(at)).isEqualTo(encode(encoder, titles.get(at)));
            }
        }
    }

    @Test
    void vectors_haveLengthOne() {
        try (TextEncoder encoder = open(PretrainedText.BGE_SMALL_EN)) {
            float[] vector = encode(encoder, "tent");
            assertThat(Math.sqrt(IntStream.range(0, vector.length)
                            .mapToDouble(at -> vector[at] * vector[at])
                            .sum()))
                    .isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void ownModel_readsAsTheOneItIsACopyOf() throws IOException {
        Path file = directory.resolve("own.onnx");
        Files.write(file, TextModel.of(PretrainedText.MINILM).network());
        Files.write(
                directory.resolve("tokenizer.json"),
                TextModel.of(PretrainedText.MINILM).tokenizer());
        try (TextEncoder own = new TextEncoder(TextModel.of(file, Pooling.MEAN));
                TextEncoder first = new TextEncoder(TextModel.of(file, Pooling.CLS));
                TextEncoder named = open(PretrainedText.MINILM)) {
            assertThat(encode(own, "camping tent")).isEqualTo(encode(named, "camping tent"));
            assertThat(encode(first, "camping tent")).isNotEqualTo(encode(named, "camping tent"));
        }
        assertThat(TextModel.of(file, Pooling.CLS).identity())
                .isNotEqualTo(TextModel.of(file, Pooling.MEAN).identity());
    }

    @Test
    void ownModelWithoutTokenizer_isRefusedByTheFileThatIsMissing() throws IOException {
        Path file = directory.resolve("own.onnx");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> TextModel.of(file, Pooling.MEAN))
                .isInstanceOf(RecsException.class)
                .hasMessage(directory.resolve("tokenizer.json")
                        + " does not exist; expected the tokenizer.json of the Hugging Face tokenizers that belongs to "
                        + file
                        + ", beside it");
        Path none = directory.resolve("none.onnx");
        assertThatThrownBy(() -> TextModel.of(none, Pooling.MEAN))
                .isInstanceOf(RecsException.class)
                .hasMessage(none
                        + " does not exist; expected the ONNX file of a text encoder, which items.content.text names, or"
                        + " one of the encoders [minilm, bge-small-en, bge-small-zh]");
    }

    @Test
    void brokenOwnModel_isRefusedWithWhereItLies() throws IOException {
        Path file = directory.resolve("own.onnx");
        Files.write(file, new byte[] {1, 2, 3});
        Files.writeString(directory.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> new TextEncoder(TextModel.of(file, Pooling.MEAN)))
                .isInstanceOf(RecsException.class)
                .hasMessageStartingWith(file + " is not a valid ONNX model (3 bytes): ");
    }

    @Test
    void ownModelOfOtherInputs_isRefusedWithFoundAndNeeded() throws IOException {
        Path file = directory.resolve("own.onnx");
        Files.write(
                file,
                new OnnxFile()
                        .input("x", OnnxFile.FLOAT, -1, 4)
                        .output("y", -1, 4)
                        .operation("Relu", new String[] {"x"}, "y", "")
                        .bytes());
        Files.write(
                directory.resolve("tokenizer.json"),
                TextModel.of(PretrainedText.MINILM).tokenizer());
        assertThatThrownBy(() -> new TextEncoder(TextModel.of(file, Pooling.MEAN)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("own.onnx has the inputs x FLOAT [-1, 4]; expected input_ids and attention_mask");
    }

    @Test
    void tokenizerThatIsNone_isRefused() throws IOException {
        Path file = directory.resolve("own.onnx");
        Files.write(file, TextModel.of(PretrainedText.MINILM).network());
        Files.writeString(directory.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> new TextEncoder(TextModel.of(file, Pooling.MEAN)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("the tokenizer of " + file + " cannot be read; expected a tokenizer.json");
    }

    /** ONNX Runtime 1.29.0 ended the process when its command line, which holds the class path, exceeded 4096 bytes. */
    @Test
    void processWithALongCommandLine_encodes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlong=" + "x".repeat(10_000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongCommandLine.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("encoded 384");
    }

    /** What the test of long command lines runs. */
    static final class LongCommandLine {
        private LongCommandLine() {}

        public static void main(String[] arguments) {
            try (TextEncoder encoder = open(PretrainedText.MINILM)) {
                System.out.println("encoded " + encode(encoder, "tent").length);
            }
        }
    }

    private static TextEncoder open(PretrainedText pretrained) {
        return new TextEncoder(TextModel.of(pretrained));
    }

    private static float[] encode(TextEncoder encoder, String text) {
        return encoder.encode(text).orElseThrow();
    }

    public static double cosine(float[] first, float... second) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int at = 0; at < first.length; at++) {
            product += (double) first[at] * second[at];
            squares += (double) first[at] * first[at];
            others += (double) second[at] * second[at];
        }
        return product / Math.sqrt(squares * others);
    }

    private static float[] numbers(String text) {
        String[] parts = text.split(" ", -1);
        float[] numbers = new float[parts.length];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Float.parseFloat(parts[at]);
        }
        return numbers;
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TextEncoderTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }
}
