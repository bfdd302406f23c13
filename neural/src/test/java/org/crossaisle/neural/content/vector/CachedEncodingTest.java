package org.crossaisle.neural.content.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crossaisle.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEncodingTest {
    private final Set<String> encoded = ConcurrentHashMap.newKeySet();

    @TempDir
    Path directory;

    /** Makes of a word the vector of its length and its first letter; fails at "stop", cannot read "blank". */
    private final class Lengths implements ContentEncoder<String> {
        @Override
        public Optional<float[]> encode(String word) {
            if (word.equals("stop")) {
                throw new IllegalStateException("stopped");
            }
            encoded.add(word);
            return word.equals("blank") ? Optional.empty() : Optional.of(new float[] {word.length(), word.charAt(0)});
        }

        @Override
        public void close() {}
    }

    @Test
    void secondRun_encodesOnlyWhatIsNew() {
        assertThat(encode("tent", "bag").get(ContentHash.of("bag"))).containsExactly(3, 'b');
        assertThat(encoded).containsExactlyInAnyOrder("tent", "bag");
        encoded.clear();
        Map<ContentHash, float[]> vectors = encode("tent", "stove", "bag");
        assertThat(encoded).containsExactly("stove");
        assertThat(vectors.get(ContentHash.of("stove"))).containsExactly(5, 's');
        assertThat(vectors.get(ContentHash.of("tent"))).containsExactly(4, 't');
    }

    @Test
    void runThatIsBrokenOff_keepsWhatItHadEncoded() {
        String[] words = new String[200];
        for (int at = 0; at < words.length; at++) {
            words[at] = "w" + at;
        }
        words[150] = "stop";
        assertThatThrownBy(() -> encode(words)).hasMessageContaining("stopped");
        encoded.clear();
        words[150] = "go";
        assertThat(encode(words)).hasSize(200);
        assertThat(encoded).contains("go", "w199").doesNotContain("w0", "w127");
    }

    @Test
    void whatCannotBeRead_isLeftOut() {
        assertThat(encode("tent", "blank")).containsOnlyKeys(ContentHash.of("tent"));
    }

    @Test
    void otherEncoder_hasACacheOfItsOwn() {
        encode("tent");
        encoded.clear();
        encode(new CachedEncoding(directory, "other", "words", Progress.SILENT), "tent");
        assertThat(encoded).containsExactly("tent");
    }

    private Map<ContentHash, float[]> encode(String... words) {
        return encode(new CachedEncoding(directory, "lengths", "words", Progress.SILENT), words);
    }

    private Map<ContentHash, float[]> encode(CachedEncoding encoding, String... words) {
        Map<ContentHash, String> things = new LinkedHashMap<>();
        for (String word : words) {
            things.put(ContentHash.of(word), word);
        }
        return encoding.of(things, Lengths::new);
    }
}
