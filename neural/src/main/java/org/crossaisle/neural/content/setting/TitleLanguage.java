package org.crossaisle.neural.content.setting;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The language of a title, as far as its script shows it. */
public enum TitleLanguage {
    /** Latin script. Other languages in it are not distinguished and count as English. */
    ENGLISH("in Latin script"),
    CHINESE("in Chinese"),
    JAPANESE("in Japanese"),
    KOREAN("in Korean"),
    CYRILLIC("in Cyrillic script"),
    ARABIC("in Arabic script"),
    THAI("in Thai"),
    OTHER("in another script");

    /** A Japanese title has at least one kana for this many Chinese characters. */
    private static final int HAN_PER_KANA = 5;

    private final String text;

    TitleLanguage(String text) {
        this.text = text;
    }

    /** The phrase for messages that follows a number of titles: "in Chinese". */
    public String text() {
        return text;
    }

    /**
     * The language of a title; empty if it has no letter.
     *
     * <p>A word in an alphabet weighs as much as one Chinese character, so a brand in Latin script does not make a
     * Chinese title count as English.
     */
    public static Optional<TitleLanguage> of(String title) {
        Map<TitleLanguage, Integer> weights = new EnumMap<>(TitleLanguage.class);
        TitleLanguage before = null;
        int kana = 0;
        for (int at = 0; at < title.length(); ) {
            int point = title.codePointAt(at);
            at += Character.charCount(point);
            if (!Character.isLetter(point)) {
                before = Character.isDigit(point) ? before : null;
                continue;
            }
            TitleLanguage language = of(UnicodeScript.of(point));
            if (language == JAPANESE) {
                kana++;
            } else if (language != before || language == CHINESE) {
                weights.merge(language, 1, Integer::sum);
            }
            before = language;
        }
        int han = weights.getOrDefault(CHINESE, 0);
        if (kana > 0 && kana * HAN_PER_KANA >= han) {
            weights.remove(CHINESE);
            weights.put(JAPANESE, kana + han);
        }
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static TitleLanguage of(UnicodeScript script) {
        return switch (script) {
            case LATIN -> ENGLISH;
            case HAN -> CHINESE;
            case HIRAGANA, KATAKANA -> JAPANESE;
            case HANGUL -> KOREAN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case THAI -> THAI;
            default -> OTHER;
        };
    }
}
