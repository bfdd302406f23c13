package org.crossaisle.recommend.rerank;

/** The plan that reserves each place of a list for matching candidates, for others, or for any. Immutable. */
public final class PlacePlan {
    /*
     * Of size places, x are for new categories. Place i (from 0) is one of them when floor((i + 1) x / size + 1/2) is
     * greater than floor(i x / size + 1/2): the rounded line of Bresenham (Algorithm for computer control of a digital
     * plotter, IBM Systems Journal 4(1), 1965), which never deviates from an even spread by more than half a place.
     * When one kind runs out, its places go to the other.
     */
    private final boolean divided;
    private final boolean[] isForMatching; // [size], unused when places are not divided

    private PlacePlan(boolean divided, boolean[] isForMatching) {
        this.divided = divided;
        this.isForMatching = isForMatching;
    }

    /** Every place is for any candidate. */
    public static PlacePlan open(CandidatePool pool, int count) {
        return new PlacePlan(false, new boolean[Math.min(count, pool.size())]);
    }

    /** Matching candidates first, others only when there are no more of them. */
    public static PlacePlan matchingFirst(CandidatePool pool, int count) {
        boolean[] places = new boolean[Math.min(count, pool.size())];
        int matching = pool.matching();
        for (int place = 0; place < places.length; place++) {
            places[place] = place < matching;
        }
        return new PlacePlan(true, places);
    }

    /** A given number of places for matching candidates, spread evenly. */
    public static PlacePlan spread(CandidatePool pool, int count, int wanted) {
        int size = Math.min(count, pool.size());
        boolean[] places = new boolean[size];
        int matchingLeft = pool.matching();
        int othersLeft = pool.size() - matchingLeft;
        for (int place = 0; place < size; place++) {
            boolean isForMatching = rounded(place + 1, wanted, size) > rounded(place, wanted, size);
            places[place] = othersLeft == 0 || (isForMatching && matchingLeft > 0);
            matchingLeft -= places[place] ? 1 : 0;
            othersLeft -= places[place] ? 0 : 1;
        }
        return new PlacePlan(true, places);
    }

    /** A given number of places for matching candidates, at the positions given by their values. */
    public static PlacePlan byValue(CandidatePool pool, int count, int wanted) {
        boolean[] places = new boolean[Math.min(count, pool.size())];
        int matching = Math.min(wanted, pool.matching());
        int others = Math.min(places.length - matching, pool.size() - pool.matching());
        matching = places.length - others;
        int place = 0;
        for (int at = 0; place < places.length; at++) { // higher values come first
            boolean matches = pool.matches(at);
            if (matches ? matching-- > 0 : others-- > 0) {
                places[place++] = matches;
            }
        }
        return new PlacePlan(true, places);
    }

    private static long rounded(long place, long wanted, long size) {
        return (2 * place * wanted + size) / (2 * size);
    }

    int size() {
        return isForMatching.length;
    }

    /** True when the places are divided between the two kinds of candidates. */
    boolean isDivided() {
        return divided;
    }

    boolean isForMatching(int place) {
        return isForMatching[place];
    }

    /** True when the place admits such a candidate. */
    public boolean admits(int place, boolean matches) {
        return !divided || isForMatching[place] == matches;
    }

    /** The number of places for matching candidates, when the places are divided. */
    int matching() {
        int count = 0;
        for (boolean each : isForMatching) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
