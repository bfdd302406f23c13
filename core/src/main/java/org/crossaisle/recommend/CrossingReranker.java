package org.crossaisle.recommend;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Parted;

/**
 * Merges candidates from new and from known categories into one list in which the new ones have a given share and are spread
 * evenly, neither crowded at the top nor left to the bottom. Within either part the order of the scores stays.
 */
final class CrossingReranker {
    /*
     * Of count places, x = round(share * count) are for new categories. Place i (from 0) is one of them when
     * floor((i + 1) x / count + 1/2) is greater than floor(i x / count + 1/2): the rounded line of Bresenham (Algorithm for
     * computer control of a digital plotter, IBM Systems Journal 4(1), 1965), which never strays from an even spread by
     * more than half a place. A part that has run out leaves its places to the other.
     */
    private CrossingReranker() {}

    /** How many of {@code count} places a share comes to, halves rounded up. */
    static int places(double share, int count) {
        return (int) Math.floor(share * count + 0.5);
    }

    /**
     * The list, best place first, with {@code count} candidates or as many as there are.
     *
     * @param parted candidates of new categories as the matching ones, all others beside them
     * @param share in [0, 1]
     */
    static List<Candidate> merge(Parted parted, double share, int count) {
        List<Candidate> news = parted.matching();
        List<Candidate> known = parted.others();
        int size = Math.min(count, news.size() + known.size());
        long places = places(share, size);
        List<Candidate> list = new ArrayList<>(size);
        int takenNew = 0;
        int takenKnown = 0;
        for (long place = 0; place < size; place++) {
            boolean isForNew = rounded(place + 1, places, size) > rounded(place, places, size);
            boolean takesNew = takenKnown == known.size() || (isForNew && takenNew < news.size());
            list.add(takesNew ? news.get(takenNew++) : known.get(takenKnown++));
        }
        return list;
    }

    private static long rounded(long place, long places, long size) {
        return (2 * place * places + size) / (2 * size);
    }
}
