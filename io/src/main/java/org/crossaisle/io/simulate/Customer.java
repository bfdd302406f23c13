package org.crossaisle.io.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One simulated customer: a few categories they come back to, a brand they like, and what a purchase leads them to after a
 * while. Everything depends on the seed and their number alone.
 */
final class Customer {
    private static final double CART = 0.45;
    private static final double PURCHASE = 0.65;
    private static final double RETURN = 0.03;
    private static final double CHANCE_CATEGORY = 0.06;
    private static final double EVENTS_OF_A_VISIT = 2.4;
    private static final long BETWEEN_VISITS = 3_600; // seconds, at least

    /** Takes the events as they happen. */
    interface Events {
        /**
         * One event.
         *
         * @param action as it is written: view, cart, purchase, return
         * @param time seconds since 1970
         * @param session number of the visit, from 0
         */
        void add(int item, String action, long time, int session);
    }

    /**
     * A category the customer will be ready for.
     *
     * @param time seconds since 1970
     */
    private record Plan(long time, int category) {}

    private final List<Assortment.Category> categories;
    private final List<Assortment.Affinity> affinities;
    private final Shelves shelves;
    private final SplittableRandom random;
    private final int[] favourites;
    private final int brand;
    private final int[] last; // [categories]: the item taken last, -1 for none
    private long clock = ShopSimulator.BEGIN;
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

    /** A category of the same department most of the time. */
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

    /** Lives for {@code count} events. */
    void live(long count, Events events) {
        long left = count;
        double gap = 0.9 * ShopSimulator.DAYS / Math.max(1, count / EVENTS_OF_A_VISIT);
        double day = random.nextDouble() * Math.min(ShopSimulator.DAYS * 0.5, gap * 3);
        for (int session = 0; left > 0; session++) {
            long time = Math.max(clock, ShopSimulator.BEGIN + (long) (Math.min(day, ShopSimulator.DAYS - 1) * 86_400));
            left = visit(time, session, left, events);
            day += gap * -Math.log(1 - random.nextDouble()) + 0.01;
        }
    }

    private long visit(long begin, int session, long most, Events events) {
        long left = most;
        long time = begin;
        int day = (int) ((begin - ShopSimulator.BEGIN) / 86_400);
        Plan due = plans.peek();
        boolean planned = due != null && due.time() <= begin;
        int category = planned && due != null ? due.category() : usual(day);
        if (planned) {
            plans.poll();
        }
        int views = 1 + random.nextInt(2);
        for (int view = 0; view < views && left > 0; view++) {
            int item = shelves.pick(category, last[category], brand, day, random);
            last[category] = item;
            events.add(item, "view", time, session);
            left--;
            time += 20 + random.nextInt(240);
            boolean wanted = view == views - 1 && (planned || random.nextDouble() < CART);
            if (wanted && left > 0) {
                events.add(item, "cart", time, session);
                left--;
                time += 10 + random.nextInt(120);
                if (left > 0 && (planned || random.nextDouble() < PURCHASE)) {
                    events.add(item, "purchase", time, session);
                    left--;
                    bought(category, time);
                    if (left > 0 && random.nextDouble() < RETURN) {
                        events.add(item, "return", time + (3 + random.nextInt(10)) * 86_400L, session);
                        left--;
                    }
                }
            }
        }
        clock = time + BETWEEN_VISITS;
        return left;
    }

    private int usual(int day) {
        if (random.nextDouble() < CHANCE_CATEGORY) {
            return random.nextInt(categories.size());
        }
        int month = day / 30 % 12 + 1;
        for (int attempt = 0; attempt < 6; attempt++) {
            int category = favourites[(int) (favourites.length * Math.pow(random.nextDouble(), 1.5))];
            int peak = categories.get(category).peakMonth();
            int apart = Math.min(Math.abs(peak - month), 12 - Math.abs(peak - month));
            if (peak == 0 || random.nextDouble() < 1 - 0.1 * apart) {
                return category;
            }
        }
        return favourites[0];
    }

    private void bought(int category, long time) {
        for (Assortment.Affinity affinity : affinities) {
            if (affinity.from() == category && random.nextDouble() < affinity.probability()) {
                double lag = Math.max(0.5, affinity.lagDays() + affinity.lagDeviationDays() * random.nextGaussian());
                plans.add(new Plan(time + (long) (lag * 86_400), affinity.to()));
            }
        }
    }
}
