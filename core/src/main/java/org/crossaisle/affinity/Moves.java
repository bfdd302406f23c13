package org.crossaisle.affinity;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/** All counts at one level, made in one pass over the users. Counted by one thread, and not changed afterwards. */
final class Moves {
    private static final long SEED = 1; // for the samples of lags

    final Nodes nodes;
    final Pairs pairs = new Pairs();
    final int[] customersOf; // [nodes]
    final long[] eventsOf; // [nodes]
    final Months months;
    final boolean ofBuyers;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final BitSet seen;
    private final int[] order; // [nodes of this customer], in order
    private final int[] positions; // [nodes of this customer]: position of the first event
    private int customers;

    Moves(Dataset data, CategoryLevel level, Progress progress) {
        nodes = new Nodes(data.catalog(), level);
        ofBuyers = data.hasPossession();
        customersOf = new int[nodes.size()];
        eventsOf = new long[nodes.size()];
        months = new Months(nodes.size());
        seen = new BitSet(nodes.size());
        order = new int[nodes.size()];
        positions = new int[nodes.size()];
        Days bought = new Days(nodes, pairs, pairs.bought, action -> action.meaning() == Action.Meaning.COMMITMENT);
        Days viewed = new Days(
                nodes,
                pairs,
                pairs.viewed,
                action -> action.showsInterest() && action.meaning() != Action.Meaning.FEEDBACK);
        try (Progress.Task task =
                progress.start("Counting moves between categories, level " + level.level(), data.users(), "users")) {
            for (int user = 0; user < data.users(); user++) {
                History history = data.history(user);
                count(history);
                bought.add(history);
                viewed.add(history);
                task.reached(user + 1L);
            }
        }
    }

    /** The number of customers with a counted event in any category. */
    int customers() {
        return customers;
    }

    private void count(History history) {
        seen.clear();
        months.startCustomer();
        int count = 0;
        for (int position = 0; position < history.size(); position++) {
            Action action = history.action(position);
            if (ofBuyers ? action.showsPossession() : action.showsInterest()) {
                for (int node : nodes.ofItem(history.item(position))) {
                    eventsOf[node]++;
                    months.add(node, history.time(position));
                    if (!seen.get(node)) {
                        seen.set(node);
                        order[count] = node;
                        positions[count++] = position;
                    }
                }
            }
        }
        customers += count > 0 ? 1 : 0;
        for (int later = 0; later < count; later++) {
            customersOf[order[later]]++;
            for (int earlier = 0; earlier < later; earlier++) {
                count(history, earlier, later);
            }
        }
    }

    private void count(History history, int earlier, int later) {
        int pair = pairs.add(order[earlier], order[later]);
        long begin = history.time(positions[earlier]);
        long end = history.time(positions[later]);
        boolean timed = begin != History.NO_TIME && end != History.NO_TIME;
        if (positions[earlier] == positions[later] || (timed && begin == end)) {
            pairs.ties[pair]++; // one event, or two events of unknown order
            return;
        }
        boolean isForward = order[earlier] < order[later];
        if (isForward) {
            pairs.forward[pair]++;
        } else {
            pairs.backward[pair]++;
        }
        if (timed) {
            pairs.lags(pair, isForward).add(end - begin, random);
        }
    }
}
