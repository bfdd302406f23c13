package org.crossaisle.io.simulate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One simulated customer: a few categories they come back to, a brand they like, and what a purchase leads them to
 * after a while. Everything depends only on the seed and the customer's number.
 */
final class Customer {
    private static final double CART = 0.45;
    private static final double PURCHASE = 0.65;
    private static final double RETURN = 0.03;
    private static final double CHANCE_CATEGORY = 0.06;
    private static final double EVENTS_OF_A_VISIT = 2.4;
    private static final long BETWEEN_VISITS = 3_600; // seconds, unless the time left is short

    /** Receives the events as they happen. */
    interface Events {
        /**
         * One event.
         *
         * @param action action as written to the file: view, cart, purchase, return
         * @param time seconds since 1970
         * @param session number of the visit, from 0
         */
        void add(int item, String action, long time, int session);
    }

    /**
     * A planned visit.
     *
     * @param time seconds since 1970
     * @param category where they will buy
     * @param returned the item they will bring back instead, or -1
     */
    private record Plan(long time, int category, int returned) {}

    private final List<Assortment.Category> categories;
    private final List<Assortment.Affinity> affinities;
    private final Shelves shelves;
    private final SplittableRandom random;
    private final int[] favourites;
    private final int brand;
    private final int[] last; // [categories]: the last item taken, -1 for none
    private final BitSet met = new BitSet(); // categories in which something was bought
    private long clock = ShopSimulator.BEGIN;
    private long left; // events
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparingLong(Plan::time));

    Customer(
            int number,
            SimulationSettings settings,
            List<Assortment.Category> categories,
            List<Assortment.Affinity> affinities,
            Shelves shelves) {
        this.categories = categories;
        this.affinities = affinities;
        this.shelves = shelves;
        random = new SplittableRandom(settings.seed() ^ (number * 0x9E3779B97F4A7C15L));
        int department = random.nextInt(categories.size());
        favourites = new int[2 + random.nextInt(3)];
        for (int at = 0; at < favourites.length; at++) {
            favourites[at] = at == 0 ? department : near(department);
        }
        brand = random.nextInt(Shelves.BRANDS_OF_A_SHOP);
        last = new int[categories.size()];
        Arrays.fill(last, -1);
    }

    /** A nearby category, most of the time of the same department. */
    private int near(int category) {
        for (int attempt = 0; attempt < 12; attempt++) {
            int other = random.nextInt(categories.size());
            boolean same = categories
                    .get(other)
                    .department()
                    .equals(categories.get(category).department());
            if (same || random.nextDouble() < 0.1) {
                return other;
            }
        }
        return category;
    }

    /** Simulates {@code count} events, the last of them before {@link ShopSimulator#END}. */
    void live(long count, Events events) {
        left = count;
        for (int session = 0; left > 0; session++) {
            long unplanned = nextVisit();
            Plan due = plans.peek();
            if (due == null || due.time() > unplanned) {
                clock = unplanned;
                visit(favourite(), false, session, events);
            } else {
                plans.poll();
                clock = Math.max(clock, due.time());
                if (due.returned() >= 0) {
                    happens(due.returned(), "return", session, events);
                } else {
                    visit(due.category(), true, session, events);
                }
            }
            pass(BETWEEN_VISITS);
        }
    }

    /**
     * The time of the next unplanned visit. The remaining n visits are uniform over the remaining time, so the first of
     * them comes after a fraction 1 - U^(1/n) of it. A visit skipped for a planned one may be drawn again.
     */
    private long nextVisit() {
        double visits = Math.ceil(left / EVENTS_OF_A_VISIT);
        return clock + (long) ((ShopSimulator.END - 1 - clock) * (1 - Math.pow(random.nextDouble(), 1 / visits)));
    }

    /** Advances the time, but leaves enough for the remaining events. */
    private void pass(long seconds) {
        clock += Math.min(seconds, (ShopSimulator.END - 1 - clock) / (4 * Math.max(1, left)));
    }

    private void happens(int item, String action, int session, Events events) {
        events.add(item, action, clock, session);
        left--;
    }

    private void visit(int category, boolean planned, int session, Events events) {
        int views = 1 + random.nextInt(2);
        for (int view = 1; view <= views && left > 0; view++) {
            int item = shelves.pick(category, last[category], brand, ShopSimulator.day(clock), random);
            last[category] = item;
            happens(item, "view", session, events);
            pass(20 + random.nextInt(240));
            if (view == views && left > 0 && (planned || random.nextDouble() < CART)) {
                happens(item, "cart", session, events);
                pass(10 + random.nextInt(120));
                if (left > 0 && (planned || random.nextDouble() < PURCHASE)) {
                    happens(item, "purchase", session, events);
                    bought(category, item);
                }
            }
        }
    }

    private int favourite() {
        if (random.nextDouble() < CHANCE_CATEGORY) {
            return random.nextInt(categories.size());
        }
        int month = ShopSimulator.month(clock);
        for (int attempt = 0; attempt < 6; attempt++) {
            int category = favourites[(int) (favourites.length * Math.pow(random.nextDouble(), 1.5))];
            int peak = categories.get(category).peakMonth();
            int monthsApart = Math.min(Math.abs(peak - month), 12 - Math.abs(peak - month));
            if (peak == 0 || random.nextDouble() < 1 - 0.1 * monthsApart) {
                return category;
            }
        }
        return favourites[0];
    }

    /** Plans what follows a purchase: the first in a category may lead to others, and any may be returned. */
    private void bought(int category, int item) {
        for (Assortment.Affinity affinity : affinities) {
            if (affinity.from() == category && !met.get(category) && random.nextDouble() < affinity.probability()) {
                double lag = Math.max(0.5, affinity.lagDays() + affinity.lagDeviationDays() * random.nextGaussian());
                plan(lag, affinity.to(), -1);
            }
        }
        met.set(category);
        if (random.nextDouble() < RETURN) {
            plan(3 + random.nextInt(10), category, item);
        }
    }

    private void plan(double days, int category, int returned) {
        plans.add(new Plan(clock + (long) (days * ShopSimulator.SECONDS_OF_A_DAY), category, returned));
    }
}
