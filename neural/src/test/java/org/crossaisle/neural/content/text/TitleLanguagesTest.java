package org.crossaisle.neural.content.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.neural.content.setting.PretrainedText;
import org.crossaisle.neural.content.setting.TitleLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleLanguagesTest {
    @ParameterizedTest
    @CsvSource({
        "OPI Nail Lacquer 0.5-Fluid Ounce, ENGLISH",
        "无印良品 MUJI 基础润肤化妆水 400ml, CHINESE",
        "MUJI 男式 Flannel Pyjamas Navy Blue Large, ENGLISH",
        "資生堂 マキアージュ ドラマティックスキンセンサーベース, JAPANESE",
        "Палатка туристическая водонепроницаемая, CYRILLIC",
        "เต็นท์กันน้ำ, THAI",
        "방수 캠핑 텐트, KOREAN",
        "خيمة تخييم, ARABIC",
        "Αδιάβροχη σκηνή, OTHER"
    })
    void title_isOfTheLanguageItsScriptTells(String title, TitleLanguage language) {
        assertThat(TitleLanguage.of(title)).contains(language);
    }

    @Test
    void titleWithoutLetters_isOfNoLanguage() {
        assertThat(TitleLanguage.of("100 / 200 %")).isEmpty();
    }

    @Test
    void mixedTitles_takeTheEncoderOfMost() {
        List<String> titles = List.of("露营帐篷 户外 防水", "睡袋 冬季 野营", "camping tent");
        assertThat(new TitleLanguages(titles).encoder()).isEqualTo(PretrainedText.BGE_SMALL_ZH);
        assertThat(new TitleLanguages(titles)).hasToString("2 of 3 titles in Chinese, 1 in Latin script");
        assertThat(new TitleLanguages(List.of("camping tent", "sleeping bag", "睡袋")).encoder())
                .isEqualTo(PretrainedText.MINILM);
    }

    @Test
    void languageNoEncoderServes_isRefusedWithWhatWasFoundAndWhatCanBeDone() {
        assertThatThrownBy(() -> new TitleLanguages(List.of("Палатка", "Спальный мешок", "tent")).encoder())
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.UNSUPPORTED))
                .hasMessageContaining("2 of 3 titles in Cyrillic script, 1 in Latin script")
                .hasMessageContaining("text: model.onnx")
                .hasMessageContaining("text: none");
        assertThatThrownBy(() -> new TitleLanguages(List.of("100")).encoder())
                .hasMessageContaining("no title has a letter");
    }
}
