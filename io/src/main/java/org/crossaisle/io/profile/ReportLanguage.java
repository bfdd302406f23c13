package org.crossaisle.io.profile;

/** A language of the import report. */
public enum ReportLanguage {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;

    ReportLanguage(String tag) {
        this.tag = tag;
    }

    /** The language tag (BCP 47), as in the {@code lang} attribute of a page. */
    public String tag() {
        return tag;
    }

    /** One of two texts. */
    String of(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }
}
