package org.crossaisle.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;

/**
 * The split of most published figures: a user's last interaction is for the test, the last but one for validation, the
 * rest for the fit. A return is nobody's target; what follows the test target is dropped.
 *
 * <p>Users with fewer than three interactions of interest are fitted on and never asked about. The validation item
 * belongs to the history at test time and is not trained on.
 *
 * <p>Where times are whole days, the order within a day is that of the file, and a model may profit from it. With a tie
 * seed, interactions of one time stand in random order; how far the figures fall tells what the file order was worth.
 *
 * @param tieSeed the seed that shuffles interactions of equal time; empty: exactly the given order
 */
public record LeaveOneOut(OptionalLong tieSeed) {
    /** What {@link Split#name()} begins with. */
    public static final String NAME = "leave-one-out";

    private static final int MINIMUM = 3;

    /** Exactly the given order. */
    public LeaveOneOut() {
        this(OptionalLong.empty());
    }

    /** The same with interactions of equal time in random order. */
    public LeaveOneOut shuffleTies(long seed) {
        return new LeaveOneOut(OptionalLong.of(seed));
    }

    /**
     * Splits.
     *
     * @throws RecsException when no user has three interactions, or ties are to be shuffled and times are missing
     */
    public Split of(Dataset data) {
        Dataset ordered = tieSeed.isPresent() ? shuffled(data, tieSeed.getAsLong()) : data;
        int[] kept = new int[ordered.users()];
        List<Target> validation = new ArrayList<>();
        List<Target> test = new ArrayList<>();
        for (int user = 0; user < kept.length; user++) {
            History history = ordered.history(user);
            int last = interestBefore(history, history.size());
            int lastButOne = interestBefore(history, last);
            int earlier = interestBefore(history, lastButOne);
            if (earlier < 0) {
                kept[user] = history.size();
                continue;
            }
            kept[user] = lastButOne;
            validation.add(Target.at(user, history, lastButOne, lastButOne));
            test.add(Target.at(user, history, last, last));
        }
        if (test.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    NAME + " needs users with at least " + MINIMUM + " interactions; none of the " + data.users()
                            + " users has that many");
        }
        Dataset fit = ordered.firstOfEach(kept);
        String name = tieSeed.isPresent() ? NAME + ", ties shuffled by " + tieSeed.getAsLong() : NAME;
        return new Split(name, "last", fit, validation, fit, test);
    }

    /** The last position before {@code end} that speaks for its item, -1 when there is none. */
    private static int interestBefore(History history, int end) {
        int position = end - 1;
        while (position >= 0 && !history.action(position).showsInterest()) {
            position--;
        }
        return position;
    }

    private static Dataset shuffled(Dataset data, long seed) {
        if (!data.hasTimes()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "shuffling interactions of equal time needs a time for each; of these only the order is known");
        }
        SplittableRandom random = new SplittableRandom(seed);
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        for (int user = 0; user < data.users(); user++) {
            builder.startUser();
            History history = data.history(user);
            int from = 0;
            for (int end = 1; end <= history.size(); end++) {
                if (end == history.size() || history.time(end) != history.time(from)) {
                    for (int position : permutation(from, end, random)) {
                        builder.add(history.item(position), history.time(position), history.action(position));
                    }
                    from = end;
                }
            }
        }
        return builder.build();
    }

    /** The positions from {@code from} to before {@code end} in random order (Fisher and Yates). */
    private static int[] permutation(int from, int end, SplittableRandom random) {
        int[] positions = new int[end - from];
        for (int place = 0; place < positions.length; place++) {
            int other = random.nextInt(place + 1);
            positions[place] = positions[other];
            positions[other] = from + place;
        }
        return positions;
    }
}
