package org.crossaisle.server.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.explain.Reason;
import org.crossaisle.recommend.Basis;
import org.jspecify.annotations.Nullable;

/** The languages of answers. */
public enum AnswerLanguage {
    EN(Reason.Language.ENGLISH),
    ZH(Reason.Language.CHINESE);

    private final Reason.Language ofReasons;

    AnswerLanguage(Reason.Language ofReasons) {
        this.ofReasons = ofReasons;
    }

    public Reason.Language ofReasons() {
        return ofReasons;
    }

    /** The language named by the parameter, otherwise the one the browser prefers, otherwise English. */
    public static AnswerLanguage of(QueryParameters parameters, HttpHeaders headers) {
        return parameters.oneOf("language", AnswerLanguage.class).orElseGet(() -> {
            String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            return accepted(accepted).orElse(EN);
        });
    }

    private static Optional<AnswerLanguage> accepted(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            Locale best = Locale.lookup(ranges, List.of(Locale.ENGLISH, Locale.CHINESE));
            return Optional.ofNullable(best).map(locale -> locale.equals(Locale.CHINESE) ? ZH : EN);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an unreadable header is ignored
        }
    }

    /** The basis of a list, as a sentence. */
    public String basisText(Basis basis, int history) {
        return switch (basis) {
            case MODEL -> this == ZH ? "由模型根据该顾客的" + history + "次互动推荐。" : fromModel(history);
            case POPULAR_FOR_NEW_USER ->
                this == ZH
                        ? "这位顾客还没有任何记录：以下是各类别的热门商品。"
                        : "This customer has no history yet: these are popular items of every category.";
        };
    }

    private static String fromModel(int history) {
        return "Chosen by the model from " + history + (history == 1 ? " interaction." : " interactions.");
    }
}
