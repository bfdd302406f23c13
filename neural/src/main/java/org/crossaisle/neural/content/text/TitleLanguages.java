package org.crossaisle.neural.content.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.neural.content.setting.PretrainedText;
import org.crossaisle.neural.content.setting.TitleLanguage;

/** Number of titles of a catalog in each language. */
final class TitleLanguages {
    private final Map<TitleLanguage, Integer> counts = new EnumMap<>(TitleLanguage.class);
    private int titles;

    TitleLanguages(List<String> titles) {
        titles.forEach(title -> TitleLanguage.of(title).ifPresent(language -> {
            counts.merge(language, 1, Integer::sum);
            this.titles++;
        }));
    }

    /**
     * The encoder for the language of most titles.
     *
     * @throws RecsException UNSUPPORTED if no encoder supports it
     */
    PretrainedText encoder() {
        return served().orElseThrow(() -> new RecsException(
                RecsException.Code.UNSUPPORTED,
                "text is auto, and no built-in encoder supports the language of most titles: "
                        + this
                        + ". There are encoders for English and Chinese. Name an ONNX model of your own with"
                        + " its tokenizer.json beside it (text: model.onnx), bring vectors in a file (vectors),"
                        + " or leave titles out (text: none)"));
    }

    /** The encoder for the language of most titles, if there is one. */
    Optional<PretrainedText> served() {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> PretrainedText.serving(most.getKey()));
    }

    /** "812 of 814 titles in Chinese, 2 in Latin script", most frequent first. */
    @Override
    public String toString() {
        if (titles == 0) {
            return "no title has a letter";
        }
        String[] parts = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getValue() + " " + entry.getKey().text())
                .toArray(String[]::new);
        parts[0] = parts[0].replaceFirst(" ", " of " + titles + " titles ");
        return List.of(parts).stream().collect(Collectors.joining(", "));
    }
}
