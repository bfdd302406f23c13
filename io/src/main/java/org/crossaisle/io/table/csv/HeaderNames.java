package org.crossaisle.io.table.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.crossaisle.io.table.input.Unreadable;

/**
 * The names of the columns of a CSV file. Where all names have a type behind a colon, as in RecBole's atomic files
 * ({@code item_id:token}), the type is no part of the name, and the fields of columns of the types {@code token_seq}
 * and {@code float_seq} are lists separated by blanks.
 *
 * @param names a name may occur twice, or be empty
 * @param lists the positions of columns whose fields are lists
 * @param notes what was found, for the report
 */
public record HeaderNames(List<String> names, Set<Integer> lists, List<String> notes) {
    /** Maximum number of columns, that of Excel. A file with more has no line ends, or another delimiter. */
    public static final int MAXIMUM_COLUMNS = 1 << 14;

    private static final Pattern TYPED = Pattern.compile(".+:(token|float)(_seq)?");

    public HeaderNames {
        names = List.copyOf(names);
        lists = Set.copyOf(lists);
        notes = List.copyOf(notes);
    }

    /** Names column1, column2, ... for a file without a header. */
    public static HeaderNames numbered(int columns) {
        return new HeaderNames(
                IntStream.rangeClosed(1, columns).mapToObj(at -> "column" + at).toList(), Set.of(), List.of());
    }

    /** @throws org.crossaisle.RecsException INPUT_UNREADABLE when there are too many */
    public static void checkCount(String name, int columns) {
        if (columns > MAXIMUM_COLUMNS) {
            throw Unreadable.because(name + " has " + columns + " columns, at most " + MAXIMUM_COLUMNS
                    + " are read; is it a table with one row a line?");
        }
    }

    /** The names in a header. */
    public static HeaderNames of(List<String> header) {
        List<String> notes = new ArrayList<>();
        List<String> names = header;
        Set<Integer> lists = new HashSet<>();
        if (!header.isEmpty()
                && header.stream().allMatch(name -> TYPED.matcher(name).matches())) {
            names = new ArrayList<>();
            for (int at = 0; at < header.size(); at++) {
                String name = header.get(at);
                names.add(name.substring(0, name.lastIndexOf(':')));
                if (name.endsWith("_seq")) {
                    lists.add(at);
                }
            }
            notes.add("the types in the header (such as :token) are not part of the names");
        }
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        names.stream().filter(name -> !name.isEmpty() && !seen.add(name)).forEach(twice::add);
        twice.forEach(
                name -> notes.add("the header has the column " + name + " more than once; only the first is read"));
        return new HeaderNames(names, lists, notes);
    }
}
