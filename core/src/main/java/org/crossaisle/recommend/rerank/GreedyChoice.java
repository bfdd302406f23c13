package org.crossaisle.recommend.rerank;

/**
 * Fills the places of a plan one after the other, each with the candidate of the largest gain given those already
 * chosen. Ties go to the candidate with the higher value.
 */
public final class GreedyChoice {
    private GreedyChoice() {}

    /**
     * The list, best place first.
     *
     * @param from the candidates to choose from, higher values first; enough of either kind for the plan
     */
    public static int[] list(CandidatePool pool, int[] from, PlacePlan plan, CandidateGains gains) {
        int[] left = from.clone();
        int[] list = new int[plan.size()];
        int size = left.length;
        for (int place = 0; place < list.length; place++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < size; at++) {
                boolean mayWin =
                        plan.admits(place, pool.matches(left[at])) && (best < 0 || gains.atMost(left[at]) > most);
                if (mayWin) {
                    double gain = gains.of(left[at]);
                    if (best < 0 || gain > most) {
                        best = at;
                        most = gain;
                    }
                }
            }
            list[place] = left[best];
            System.arraycopy(left, best + 1, left, best, --size - best);
            gains.chosen(list[place]);
        }
        return list;
    }

    /** The list by value alone. */
    public static int[] byValue(CandidatePool pool, PlacePlan plan) {
        int[] list = new int[plan.size()];
        int matching = -1;
        int other = -1;
        int any = -1;
        for (int place = 0; place < list.length; place++) {
            if (!plan.isDivided()) {
                list[place] = ++any;
            } else if (plan.isForMatching(place)) {
                matching = next(pool, matching, true);
                list[place] = matching;
            } else {
                other = next(pool, other, false);
                list[place] = other;
            }
        }
        return list;
    }

    private static int next(CandidatePool pool, int after, boolean matches) {
        int at = after + 1;
        while (pool.matches(at) != matches) {
            at++;
        }
        return at;
    }
}
