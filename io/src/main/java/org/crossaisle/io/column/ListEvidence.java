package org.crossaisle.io.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lists of category names say about themselves. Lists that are paths form a tree: few first names lead to many
 * others, a name keeps its level, and nearly each has one parent. In sets a name stands at any place, or many names
 * come before the same few.
 */
final class ListEvidence {
    private static final double FEW = 0.1;
    private static final double MANY = 0.7;

    private final Map<String, Set<Integer>> levels = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>(); // of first names

    ListEvidence(List<List<String>> lists) {
        for (List<String> list : lists) {
            for (int level = 0; level < list.size(); level++) {
                String name = list.get(level);
                levels.computeIfAbsent(name, unseen -> new HashSet<>()).add(level);
                if (level > 0) {
                    parents.computeIfAbsent(name, unseen -> new HashSet<>()).add(list.get(level - 1));
                }
            }
            if (list.size() > 1) {
                children.computeIfAbsent(list.get(0), unseen -> new HashSet<>()).add(list.get(1));
            }
        }
    }

    /** What the lists are, empty when they may be either. */
    Optional<ListMeaning> meaning() {
        long wandering =
                levels.values().stream().filter(each -> each.size() > 1).count();
        if (wandering > FEW * levels.size()) {
            return Optional.of(ListMeaning.SET);
        }
        long oneParent =
                parents.values().stream().filter(each -> each.size() == 1).count();
        long branching =
                children.values().stream().filter(each -> each.size() > 1).count();
        if (oneParent >= MANY * parents.size() && branching * 2 >= children.size()) {
            return Optional.of(ListMeaning.PATH);
        }
        Set<String> seconds = new HashSet<>();
        children.values().forEach(seconds::addAll);
        return oneParent * 2 < parents.size() && seconds.size() < children.size()
                ? Optional.of(ListMeaning.SET)
                : Optional.empty();
    }
}
