package org.crossaisle.io.column;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number as a shop writes it, in its parts: {@code 12.99}, {@code $1,299.00}, {@code 1 299,00 zł}, {@code Rp 15.000},
 * {@code 1'299.00}, {@code 1,23,456.00}.
 *
 * @param currency the symbol or code beside the number, in capitals; often empty
 * @param digits the number with its separators, without blanks and apostrophes
 * @param grouped true when blanks or apostrophes group its digits
 */
record AmountText(String currency, String digits, boolean grouped) {
    private static final String BLANK = " \\u00a0\\u202f\\u2009";
    private static final String NAME = "([\\p{L}\\p{Sc}][\\p{L}\\p{Sc}./]{0,4})?";
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WRITTEN = Pattern.compile("([+-]?)" + NAME + "[" + BLANK + "]*([+-]?)(\\d[\\d.,'’"
            + BLANK + "]*|[.,]\\d+)[" + BLANK + "]*" + NAME + "(-?)");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}([" + BLANK + "'’]\\d{3})+([.,]\\d*)?");

    private static final Set<String> LOCAL = Set.of(
            "RP", "ZŁ", "KR", "KČ", "FT", "FR", "RS", "ЛВ", "РУБ", "Р", "LEI", "DIN", "ДЕН", "ГРН", "元", "円", "원", "TL",
            "DHS", "DH", "KN", "RM", "BS", "S/", "B/", "Đ", "SFR", "€UR", "EURO");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Either reading of a number with one separator before exactly three digits. */
    enum Certainty {
        /** The point is a decimal mark, or the comma groups. */
        POINT,
        /** The comma is a decimal mark, or the point groups. */
        COMMA,
        /** It has no separator that could be either. */
        PLAIN,
        /** 1.299 or 1,299. */
        AMBIGUOUS,
        /** It is no number. */
        NONE
    }

    /** The parts of a text, empty when it is no number. */
    static Optional<AmountText> of(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String before = parts.group(2) == null ? "" : parts.group(2);
        String after = parts.group(5) == null ? "" : parts.group(5);
        String number = parts.group(4).strip();
        boolean grouped = false;
        if (number.chars()
                .anyMatch(c -> c == '\'' || c == '’' || c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009')) {
            if (!GROUPS.matcher(number).matches()) {
                return Optional.empty();
            }
            grouped = true;
            number = number.replaceAll("[" + BLANK + "'’]", "");
        }
        boolean negative = parts.group(1).equals("-")
                || parts.group(3).equals("-")
                || !parts.group(6).isEmpty();
        String first = capitals(before);
        String last = capitals(after);
        if (!isCurrency(first) || !isCurrency(last)) {
            return Optional.empty();
        }
        String currency = first.equals(last) ? first : first + last;
        return Optional.of(new AmountText(currency, negative ? "-" + number : number, grouped));
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private static boolean isCurrency(String name) {
        return name.isEmpty()
                || LOCAL.contains(name)
                || CODES.contains(name)
                || name.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    /** The value of a text in the plain form of programs; empty for every other text. */
    static OptionalDouble plain(String text) {
        return PLAIN.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    Certainty certainty() {
        String number = digits.startsWith("-") ? digits.substring(1) : digits;
        int points = count(number, '.');
        int commas = count(number, ',');
        if (points + commas == 0) {
            return Certainty.PLAIN;
        }
        if (points > 0 && commas > 0) {
            boolean pointIsLast = number.lastIndexOf('.') > number.lastIndexOf(',');
            return isGrouped(number, pointIsLast ? ',' : '.', pointIsLast ? '.' : ',')
                    ? pointIsLast ? Certainty.POINT : Certainty.COMMA
                    : Certainty.NONE;
        }
        char mark = points > 0 ? '.' : ',';
        if (points + commas > 1) {
            return isGrouped(number, mark, '\0') ? mark == '.' ? Certainty.COMMA : Certainty.POINT : Certainty.NONE;
        }
        int decimals = number.length() - number.indexOf(mark) - 1;
        int whole = number.indexOf(mark);
        if (decimals != 3 || whole == 0 || whole > 3 || number.startsWith("0") || grouped) {
            return mark == '.' ? Certainty.POINT : Certainty.COMMA;
        }
        return Certainty.AMBIGUOUS;
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(each -> each == c).count();
    }

    /** True when the digits before the decimal mark are in groups of three, or of two and a last one of three. */
    private static boolean isGrouped(String number, char group, char mark) {
        int end = mark == '\0' ? number.length() : number.indexOf(mark);
        if (end < 0 || (mark != '\0' && number.indexOf(mark, end + 1) >= 0)) {
            return false;
        }
        String whole = number.substring(0, end);
        String quoted = Pattern.quote(String.valueOf(group));
        return whole.matches("\\d{1,3}(" + quoted + "\\d{3})+")
                || whole.matches("\\d{1,2}(" + quoted + "\\d{2})*" + quoted + "\\d{3}");
    }

    /** The value when the decimal mark is this one. */
    OptionalDouble value(DecimalMark mark) {
        char decimal = mark == DecimalMark.POINT ? '.' : ',';
        String plain = digits.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        return plain(plain);
    }
}
