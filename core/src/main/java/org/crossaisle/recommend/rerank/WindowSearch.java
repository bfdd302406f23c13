package org.crossaisle.recommend.rerank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossaisle.catalog.CategoryLevel;

/**
 * Orders candidates so that a {@link Window} holds: of all lists that keep the rule and the plan's numbers of places,
 * the lexicographically first, where a place prefers the kind of candidate it is planned for and then the earlier in a
 * given order. So the first place is as good as possible, then the second, and so on. For one list.
 */
public final class WindowSearch {
    /*
     * Candidates of one category and kind need to be taken only in their order, so a place chooses among groups. The
     * search is depth first, the preferred group first; a group is taken only if the later places can possibly still be
     * filled:
     *
     * Let C_c(r) be how many of the next r places category c can have, given its places among the last ones. Taking it
     * as soon as it is allowed gives the most for every r at once: the rule says that the i-th use of c and its (i +
     * most)-th lie at least `places` apart, so c is `most` chains, and each use as early as can be moves no later one.
     * With m_c items left, any r places can be filled only if sum over c of min(m_c, C_c(r)) >= r; and the places still
     * to be given to one kind only if sum of min(m_c of that kind, C_c(all places left)) is at least their number.
     *
     * The bounds are necessary but not sufficient, so the search backtracks where it must and remembers failed states:
     * what follows depends only on the categories of the last places - 1 places and on what is left. It finds the first
     * valid list if there is one, since it tries everything that the bounds do not rule out. In 200,000 random cases
     * without a share it never backtracked; in as many with a share it did 16 times, by at most 3 places. A search of
     * more than STEPS steps is abandoned as if there were no list.
     *
     * When there is no such list, a greedy choice breaks the rule as rarely as it can: each place takes the preferred
     * candidate that is allowed there, or else the one whose category has the fewest uses in the window.
     */
    private static final int STEPS = 20_000;

    private final PlacePlan plan;
    private final Window window;
    private final List<Group> groups = new ArrayList<>();
    private final int[][] left; // [kinds][categories]: items left, kind 1 being that of matching candidates
    private final int categories; // the last one, categories - 1, means no category and is never full
    private final int[] uses; // [places]: the category of each place filled
    private final int[] list; // [places]
    private final Set<String> deadEnds = new HashSet<>();
    private int matchingPlaces; // still to be filled with matching candidates
    private int steps;
    private int mostUses; // of the last category passed to addUses

    /** Candidates of one category and kind, in the order given. */
    private static final class Group {
        private final int category;
        private final boolean matches;
        private final List<Integer> ranks = new ArrayList<>(); // in the order given
        private int taken;

        Group(int category, boolean matches) {
            this.category = category;
            this.matches = matches;
        }

        int kind() {
            return matches ? 1 : 0;
        }

        boolean isEmpty() {
            return taken == ranks.size();
        }

        int next() {
            return ranks.get(taken);
        }
    }

    private final int[] order;

    /** @param order all candidates, the preferred first */
    public WindowSearch(CandidatePool pool, int[] order, PlacePlan plan, Window window, CategoryLevel level) {
        this.order = order;
        this.plan = plan;
        this.window = window;
        matchingPlaces = plan.isDivided() ? plan.matching() : 0;
        uses = new int[plan.size()];
        list = new int[plan.size()];
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] ofOrder = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            int[] own = level.of(pool.item(order[rank]));
            ofOrder[rank] = own.length == 0 ? -1 : numbers.computeIfAbsent(own[0], unseen -> numbers.size());
        }
        categories = numbers.size() + 1;
        left = new int[2][categories];
        Map<Integer, Group> byKey = new HashMap<>();
        for (int rank = 0; rank < order.length; rank++) {
            int category = ofOrder[rank] < 0 ? categories - 1 : ofOrder[rank];
            boolean matches = plan.isDivided() && pool.matches(order[rank]);
            Group group = byKey.computeIfAbsent(2 * category + (matches ? 1 : 0), unseen -> {
                Group made = new Group(category, matches);
                groups.add(made);
                return made;
            });
            group.ranks.add(rank);
            left[group.kind()][category]++;
        }
    }

    /** Fills the list; returns the number of places that break the rule, 0 if some list keeps it. */
    public int fill() {
        if (mayFinish(0) && fill(0)) {
            return 0;
        }
        for (Group group : groups) {
            left[group.kind()][group.category] += group.taken;
            group.taken = 0;
        }
        matchingPlaces = plan.isDivided() ? plan.matching() : 0;
        return fillGreedily();
    }

    /** The candidates of the filled list, best place first. A copy. */
    public int[] list() {
        return list.clone();
    }

    /** The number of places tried, including those undone by backtracking. */
    int steps() {
        return steps;
    }

    /** True unless a list is impossible because categories have too few candidates. */
    public boolean mayExist() {
        return mayFinish(0);
    }

    private boolean fill(int place) {
        if (place == list.length) {
            return true;
        }
        String state = deadEnds.isEmpty() ? "" : state(place);
        if (++steps > STEPS || (!deadEnds.isEmpty() && deadEnds.contains(state))) {
            return false;
        }
        boolean[] tried = new boolean[groups.size()];
        for (int group = next(place, tried); group >= 0; group = next(place, tried)) {
            tried[group] = true;
            take(groups.get(group), place);
            if (mayFinish(place + 1) && fill(place + 1)) {
                return true;
            }
            putBack(groups.get(group));
        }
        deadEnds.add(state(place));
        return false;
    }

    private int fillGreedily() {
        int broken = 0;
        for (int place = 0; place < list.length; place++) {
            int group = next(place, new boolean[groups.size()]);
            if (group < 0) {
                broken++;
                group = leastUsed(place);
            }
            take(groups.get(group), place);
        }
        return broken;
    }

    private void take(Group group, int place) {
        list[place] = order[group.next()];
        uses[place] = group.category;
        group.taken++;
        left[group.kind()][group.category]--;
        matchingPlaces -= group.matches ? 1 : 0;
    }

    private void putBack(Group group) {
        group.taken--;
        left[group.kind()][group.category]++;
        matchingPlaces += group.matches ? 1 : 0;
    }

    /** The preferred group among those the place may take, or -1. */
    private int next(int place, boolean[] tried) {
        int best = -1;
        for (int at = 0; at < groups.size(); at++) {
            Group group = groups.get(at);
            boolean mayTake = !tried[at]
                    && !group.isEmpty()
                    && fits(group, place)
                    && recent(group.category, place) < window.most();
            if (mayTake && (best < 0 || precedes(group, groups.get(best), place))) {
                best = at;
            }
        }
        return best;
    }

    private int leastUsed(int place) {
        int best = -1;
        for (int at = 0; at < groups.size(); at++) {
            Group group = groups.get(at);
            if (!group.isEmpty() && fits(group, place)) {
                int fewer = best < 0 ? -1 : recent(group.category, place) - recent(groups.get(best).category, place);
                if (fewer < 0 || (fewer == 0 && precedes(group, groups.get(best), place))) {
                    best = at;
                }
            }
        }
        return best;
    }

    /** True when as many places of the group's kind are still to be filled. */
    private boolean fits(Group group, int place) {
        if (!plan.isDivided()) {
            return true;
        }
        return group.matches ? matchingPlaces > 0 : list.length - place > matchingPlaces;
    }

    private boolean precedes(Group group, Group other, int place) {
        boolean planned = plan.admits(place, group.matches);
        return planned == plan.admits(place, other.matches) ? group.next() < other.next() : planned;
    }

    /** The number of uses of the category in the places - 1 before this one. */
    private int recent(int category, int place) {
        int count = 0;
        if (category < categories - 1) {
            for (int before = Math.max(0, place - window.places() + 1); before < place; before++) {
                count += uses[before] == category ? 1 : 0;
            }
        }
        return count;
    }

    private boolean mayFinish(int from) {
        int[] sums = new int[list.length - from]; // of min(m_c, C_c(r + 1)) over the categories so far
        int missing = sums.length; // r for which the sum is still too small
        int matching = matchingPlaces; // places for which no item was counted yet, by kind
        int others = sums.length - matchingPlaces;
        for (int category = 0; category < categories; category++) {
            missing -= addUses(category, from, sums);
            matching -= Math.min(left[1][category], mostUses);
            others -= Math.min(left[0][category], mostUses);
            if (missing == 0 && matching <= 0 && others <= 0) {
                return true;
            }
        }
        return missing == 0 && matching <= 0 && others <= 0;
    }

    /** Adds a category's uses to the sums; returns how many sums became large enough. */
    private int addUses(int category, int from, int[] sums) {
        int items = left[0][category] + left[1][category];
        boolean isNone = category == categories - 1;
        boolean[] taken = new boolean[sums.length];
        int inWindow = recent(category, from);
        int used = 0;
        int reached = 0;
        for (int r = 0; r < sums.length; r++) {
            int place = from + r;
            if (r > 0) { // the window moves by one place
                int gone = place - window.places();
                inWindow += taken[r - 1] ? 1 : 0;
                inWindow -= gone >= 0 && (gone >= from ? taken[gone - from] : uses[gone] == category) ? 1 : 0;
            }
            if (used < items && (isNone || inWindow < window.most())) {
                taken[r] = true;
                used++;
            }
            reached += sums[r] <= r && sums[r] + used > r ? 1 : 0;
            sums[r] += used;
        }
        mostUses = used;
        return reached;
    }

    private String state(int place) {
        StringBuilder state = new StringBuilder().append(place).append(':').append(matchingPlaces);
        for (int before = Math.max(0, place - window.places() + 1); before < place; before++) {
            state.append(',').append(uses[before]);
        }
        for (Group group : groups) {
            state.append(';').append(group.taken);
        }
        return state.toString();
    }
}
