package org.crossaisle.io.format.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.crossaisle.RecsException;
import org.crossaisle.io.format.ShopFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTextTest {
    private static java.util.List<ShopFormat> formats() {
        return ShopFormats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormat_isReadAsItWasWritten(ShopFormat format) {
        String text = FormatText.of(format);
        assertThat(FormatText.parse(text, "written.yaml")).as(text).isEqualTo(format);
        assertThat(format.documentation()).isNotBlank();
    }

    private static void assertRefused(String text, String... parts) {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> FormatText.parse(text, "my.yaml"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RecsException.Code.SETTING_INVALID))
                .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
    }

    @Test
    void unknownKey_namesTheNearest() {
        assertRefused(
                "format: my\ntables:\n  - table: events\n    colums: {user_id: a, item_id: b}\n",
                "my.yaml: tables 1: there is no key colums. Nearest: columns");
        assertRefused(
                "format: my\ntables:\n  - table: events\n    columns: {user_id: a, item_id: b}\n    action: {x: view}\n",
                "my.yaml: tables 1: there is no key action. Nearest: actions");
    }

    @Test
    void unknownColumnOrTable_namesTheNearest() {
        assertRefused(
                "format: my\ntables:\n  - table: events\n    columns: {user_id: a, item_id: b, time: c}\n",
                "the table events has no column time. Expected: user_id, item_id, event, timestamp");
        assertRefused(
                "format: my\ntables:\n  - table: orders\n    columns: {user_id: a}\n",
                "there is no table orders; expected one of [categories, events, items, users]");
    }

    @Test
    void valueOfTheWrongKind_saysWhatIsExpected() {
        assertRefused(
                "format: my\ntables:\n  - table: events\n    columns: user\n",
                "columns is user; expected keys and values");
        assertRefused(
                "format: my\ntables:\n  - table: items\n    columns: {item_id: a}\n    group: some\n",
                "group is some; expected one of none, first, last");
        assertRefused(
                "format: my\ntables:\n  - table: items\n    columns: {item_id: a}\n    detect: {line: '('}\n",
                "my.yaml: tables 1: detect: line ( is not a regular expression");
    }
}
