package org.crossaisle.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;

/**
 * The leave-one-out split that most published results use: each user's last interaction is the test target, the last
 * but one the validation target, and the rest is for fitting. A return is never a target; anything after the test
 * target is dropped.
 *
 * <p>Users with fewer than three interactions of interest are used for fitting and have no targets. The validation item
 * belongs to the history at test time and is not trained on.
 *
 * <p>When times are whole days, the order within a day is that of the file, and a model may exploit it. With a tie
 * seed, interactions at equal times are in random order; the drop in the metrics shows how much the file order
 * contributed.
 *
 * @param tieSeed the seed that shuffles interactions of equal time; empty to keep the given order
 */
public record LeaveOneOut(OptionalLong tieSeed) {
    /** The prefix of {@link Split#name()}. */
    public static final String NAME = "leave-one-out";

    private static final int MINIMUM = 3;

    /** Keeps the given order. */
    public LeaveOneOut() {
        this(OptionalLong.empty());
    }

    /** This split with interactions at equal times in random order. */
    public LeaveOneOut shuffleTies(long seed) {
        return new LeaveOneOut(OptionalLong.of(seed));
    }

    /**
     * Splits a data set.
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

    /** The last position before {@code end} whose action shows interest, -1 when there is none. */
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
                    "shuffling interactions of equal time needs a time for every interaction; these have only an order");
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
