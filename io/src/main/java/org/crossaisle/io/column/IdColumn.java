package org.crossaisle.io.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/**
 * Reads a column of ids. Whole numbers that were written with decimals because the column has gaps (101.0) lose them,
 * words such as {@code nan} stand for a missing id, and numbers that a spreadsheet rounded are refused. For one thread.
 */
public final class IdColumn {
    private static final double ANONYMOUS_SHARE = 0.1;
    private static final int ANONYMOUS_TIMES = 5; // so many times as often as the next id
    private static final List<String> ANONYMOUS = List.of("0", "-1", "0.0", "-1.0");
    private static final double FEW = 0.01;

    private final SampledRows rows;
    private final String column;
    private final String what;
    private final NullWords nulls;
    private final String anonymous;
    private final boolean decimals;
    private final SortedMap<String, Long> missing = new TreeMap<>();
    private long read;
    private long shortened;
    private long rounded;
    private long others;
    private String firstRounded = "";
    private String firstOther = "";

    private IdColumn(
            SampledRows rows, String column, String what, NullWords nulls, String anonymous, boolean decimals) {
        this.rows = rows;
        this.column = column;
        this.what = what;
        this.nulls = nulls;
        this.anonymous = anonymous;
        this.decimals = decimals;
    }

    /**
     * Judges a column.
     *
     * @param what the ids are, such as "item id"
     * @param users true for ids of users, where one such as 0 may stand for everyone who is not logged in
     * @param exact true for ids that are known to be right as they stand
     * @throws RecsException INPUT_UNREADABLE when the ids were rounded
     */
    public static IdColumn judge(
            SampledRows rows, int place, String what, NullWords nulls, boolean users, Predicate<String> exact) {
        RoundedNumbers.refuse(rows, place, what);
        List<String> sample =
                rows.sample(place).stream().filter(id -> !nulls.contain(id)).toList();
        boolean decimals = sample.stream().anyMatch(IdColumn::hasDecimals)
                && sample.stream().allMatch(id -> hasDecimals(id) || isWhole(id))
                && sample.stream().noneMatch(id -> hasDecimals(id) && exact.test(id));
        return new IdColumn(rows, rows.columns().get(place), what, nulls, users ? anonymous(sample) : "", decimals);
    }

    /** Judges a column whose ids are not known from elsewhere. */
    public static IdColumn judge(SampledRows rows, int place, String what, NullWords nulls, boolean users) {
        return judge(rows, place, what, nulls, users, id -> false);
    }

    /** The id that stands for everyone who is not logged in, empty when there is none. */
    private static String anonymous(List<String> sample) {
        Map<String, Integer> counts = new HashMap<>();
        sample.forEach(id -> counts.merge(id, 1, Integer::sum));
        for (String candidate : ANONYMOUS) {
            int count = counts.getOrDefault(candidate, 0);
            int next = counts.entrySet().stream()
                    .filter(each -> !each.getKey().equals(candidate))
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            if (count >= ANONYMOUS_SHARE * sample.size() && count >= ANONYMOUS_TIMES * next && next > 0) {
                return candidate;
            }
        }
        return "";
    }

    private static boolean isWhole(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean hasDecimals(String text) {
        return text.length() > 2 && text.endsWith(".0") && isWhole(text.substring(0, text.length() - 2));
    }

    /** The id, empty when it is missing. */
    public String read(String text) {
        if (text.isEmpty()) {
            return text;
        }
        read++;
        if (nulls.contain(text) || text.equals(anonymous)) {
            missing.merge(text, 1L, Long::sum);
            return "";
        }
        if (text.indexOf('+') > 0 && RoundedNumbers.isOne(text)) {
            rounded++;
            firstRounded = firstRounded.isEmpty() ? text : firstRounded;
        }
        if (decimals) {
            if (hasDecimals(text)) {
                shortened++;
                return text.substring(0, text.length() - 2);
            }
            if (!isWhole(text)) {
                others++;
                firstOther = firstOther.isEmpty() ? rows.name() + ":" + rows.line() : firstOther;
            }
        }
        return text;
    }

    /** The id without decimals, as {@link #read} gives it; counts nothing. */
    public String plain(String text) {
        return decimals && hasDecimals(text) ? text.substring(0, text.length() - 2) : text;
    }

    /** True when a field that is not empty stands for a missing id. */
    public boolean isMissing(String text) {
        return nulls.contain(text) || text.equals(anonymous);
    }

    /**
     * Checks at the end of the table that the column was what it was judged to be.
     *
     * @throws RecsException INPUT_UNREADABLE when it was not
     */
    public void check() {
        if (rounded > FEW * read) {
            throw RoundedNumbers.refusal(rows.name(), column, what, firstRounded);
        }
        if (others > FEW * read) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    String.format(
                            "%s: column %s began with whole numbers such as 101.0, which were read as 101, and %,d ids"
                                    + " are none, the first at %s. Export the column as text.",
                            rows.name(), column, others, firstOther));
        }
    }

    /** What was judged. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (shortened > 0) {
            notes.add(String.format("column %s: %,d whole numbers such as 101.0 were read as 101", column, shortened));
        }
        if (!missing.isEmpty()) {
            notes.add("column " + column + ": "
                    + missing.entrySet().stream()
                            .limit(TableFindings.EXAMPLES * 2L)
                            .map(word -> String.format("%s (%,d rows)", word.getKey(), word.getValue()))
                            .collect(Collectors.joining(", "))
                    + (missing.size() == 1 ? " stands for no " : " stand for no ") + what
                    + "; --null-words says which words do");
        }
        if (rounded > 0) {
            notes.add(String.format(
                    "column %s: %,d ids such as %s were rounded by a spreadsheet", column, rounded, firstRounded));
        }
        return notes;
    }
}
