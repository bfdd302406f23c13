package org.crossaisle.io.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/**
 * Reads a column of prices or other amounts. What 1.299 means is judged once for the column, from its other values of
 * the same currency, else from all of them. For one thread.
 */
public final class AmountColumn {
    /** Currencies without decimals, in whose amounts a separator before three digits groups. */
    private static final Set<String> WHOLE = Set.of(
            "RP", "IDR", "₫", "Đ", "VND", "KRW", "₩", "CLP", "PYG", "JPY", "¥", "￥", "円", "FT", "HUF", "COP", "ISK");

    /** Currencies whose countries group with a comma. */
    private static final Set<String> COMMA_GROUPS =
            Set.of("$", "US$", "USD", "£", "GBP", "₹", "INR", "RS", "CNY", "AUD", "HK$", "S$", "THB", "฿", "₱", "PHP");

    private final SampledRows rows;
    private final String column;
    private final Optional<DecimalMark> given;
    private final Map<String, DecimalMark> marks = new HashMap<>(); // of ambiguous amounts, by currency
    private final SortedMap<String, Long> currencies = new TreeMap<>();
    private final List<String> judgements = new ArrayList<>();
    private Optional<DecimalMark> common = Optional.empty();

    private AmountColumn(SampledRows rows, String column, Optional<DecimalMark> given) {
        this.rows = rows;
        this.column = column;
        this.given = given;
    }

    /**
     * Judges a column.
     *
     * @param given the decimal mark, if it is known
     * @throws RecsException INPUT_UNREADABLE when amounts such as 1.299 can be read in two ways
     */
    public static AmountColumn judge(SampledRows rows, int place, Optional<DecimalMark> given) {
        AmountColumn judged = new AmountColumn(rows, rows.columns().get(place), given);
        if (given.isPresent()) {
            return judged;
        }
        Evidence evidence = new Evidence(rows.name());
        rows.visit(place, evidence);
        judged.decide(evidence);
        return judged;
    }

    /** What the values of the column say about its decimal mark. */
    private static final class Evidence implements SampledRows.Visitor {
        private final String file;
        private final Map<String, int[]> votes = new TreeMap<>(); // point, comma, ambiguous; by currency
        private final Map<String, String> examples = new TreeMap<>(); // of ambiguous amounts, by currency
        private final Map<String, String> separators = new TreeMap<>();

        Evidence(String file) {
            this.file = file;
        }

        @Override
        public void visit(String value, long line) {
            Optional<AmountText> amount = AmountText.of(value);
            if (amount.isEmpty()) {
                return;
            }
            int[] vote = votes.computeIfAbsent(amount.get().currency(), unseen -> new int[3]);
            switch (amount.get().certainty()) {
                case POINT -> vote[0]++;
                case COMMA -> vote[1]++;
                case AMBIGUOUS -> {
                    vote[2]++;
                    examples.putIfAbsent(
                            amount.get().currency(),
                            file + ":" + line + ": " + TableFindings.quote(value) + " is "
                                    + shown(amount.get(), DecimalMark.POINT) + " with a decimal point or "
                                    + shown(amount.get(), DecimalMark.COMMA) + " with a decimal comma");
                    separators.putIfAbsent(
                            amount.get().currency(), amount.get().digits().indexOf('.') > 0 ? "." : ",");
                }
                default -> {
                    // says nothing about the mark
                }
            }
        }

        private static String shown(AmountText amount, DecimalMark mark) {
            double value = amount.value(mark).orElse(Double.NaN);
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }

        @Override
        public boolean wantsMore() {
            int certain =
                    votes.values().stream().mapToInt(vote -> vote[0] + vote[1]).sum();
            return !examples.isEmpty() && certain == 0;
        }

        private int sum(int kind) {
            return votes.values().stream().mapToInt(vote -> vote[kind]).sum();
        }
    }

    private void decide(Evidence evidence) {
        int points = evidence.sum(0);
        int commas = evidence.sum(1);
        if (points + commas > 0 && (points == 0 || commas == 0)) {
            common = Optional.of(commas == 0 ? DecimalMark.POINT : DecimalMark.COMMA);
        }
        evidence.votes.forEach((currency, vote) -> {
            String example = evidence.examples.getOrDefault(currency, "");
            if (example.isEmpty()) {
                return;
            }
            Optional<DecimalMark> mark = mark(currency, vote, evidence.separators.getOrDefault(currency, "."));
            if (mark.isEmpty()) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE,
                        rows.name() + ": the amounts of column " + column + " can be read in two ways: " + example
                                + ", and no other value settles it. Say which with --decimal point or comma.");
            }
            marks.put(currency, mark.get());
            judgements.add("column " + column + ": amounts such as " + example.replaceFirst(" is .*", "")
                    + " have a decimal " + (mark.get() == DecimalMark.POINT ? "point" : "comma")
                    + ", as the other values or the currency say");
        });
    }

    private Optional<DecimalMark> mark(String currency, int[] vote, String separator) {
        if (vote[0] > 0 != vote[1] > 0) {
            return Optional.of(vote[0] > 0 ? DecimalMark.POINT : DecimalMark.COMMA);
        }
        if (vote[0] == 0 && WHOLE.contains(currency)) {
            return Optional.of(separator.equals(".") ? DecimalMark.COMMA : DecimalMark.POINT);
        }
        if (vote[0] == 0 && COMMA_GROUPS.contains(currency) && separator.equals(",")) {
            return Optional.of(DecimalMark.POINT);
        }
        return common;
    }

    /** The amount, empty when the text is none. */
    public OptionalDouble read(String text) {
        if (isPlain(text)) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        Optional<AmountText> found = AmountText.of(text);
        if (found.isEmpty()) {
            return AmountText.plain(text);
        }
        AmountText amount = found.get();
        if (!amount.currency().isEmpty()) {
            currencies.merge(amount.currency(), 1L, Long::sum);
        }
        return switch (amount.certainty()) {
            case NONE -> OptionalDouble.empty();
            case POINT, PLAIN -> amount.value(DecimalMark.POINT);
            case COMMA -> amount.value(DecimalMark.COMMA);
            case AMBIGUOUS ->
                given.or(() -> Optional.ofNullable(marks.get(amount.currency())))
                        .or(() -> common)
                        .map(amount::value)
                        .orElse(OptionalDouble.empty());
        };
    }

    /** True for digits with at most one point and not just three decimals, the usual case. */
    private static boolean isPlain(String text) {
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return point < 0 ? !text.isEmpty() : text.length() - point != 4 && text.length() > 1;
    }

    /** What was judged. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(judgements);
        if (currencies.size() > 1) {
            notes.add("column " + column + " has several currencies, which are not converted: "
                    + currencies.entrySet().stream()
                            .limit(TableFindings.EXAMPLES)
                            .map(each -> String.format("%s (%,d)", each.getKey(), each.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return notes;
    }
}
