package org.crossaisle.neural.fewshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.report.TextTable;

/**
 * A learning curve for a new department: NDCG at 10 by the number of its events used for training. It is measured on
 * the judging half of the held-out users, among the items of the department.
 *
 * @param department the department treated as new
 * @param oldEvents number of events of the other departments that the old model was trained on
 * @param newEvents number of events of the new department that were available for training
 * @param heldOut number of held-out users, half of them to choose epochs
 * @param requestTime the time at which predictions for the held-out events were requested; empty: the data have no
 *     times
 * @param points by events, then by seed
 */
public record LearningCurve(
        String department,
        int oldEvents,
        int newEvents,
        int heldOut,
        Optional<RequestTime> requestTime,
        List<Point> points) {
    /**
     * Quantiles of Student's t for a 95 % interval, for 1 to 9 degrees of freedom. The last also serves for more, where
     * the interval is then slightly too wide.
     */
    private static final double[] T = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * The result for one sample of events.
     *
     * @param events number of events of the new department used for training
     * @param old NDCG at 10 of the old model
     * @param scratch NDCG at 10 of a model trained from scratch on these events
     * @param transferred NDCG at 10 of the fine-tuned model
     * @param taken whether the fine-tuned model replaces the old one
     */
    public record Point(int events, long seed, double old, double scratch, double transferred, boolean taken) {
        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("events", events);
            map.put("seed", seed);
            map.put("old", old);
            map.put("scratch", scratch);
            map.put("transferred", transferred);
            map.put("taken", taken ? "transferred" : "old");
            return map;
        }
    }

    /** A table for people: means over seeds, with the half-width of their interval if there are several. */
    public String toText() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("events", "old model", "from scratch", "transferred", "taken"));
        Map<Integer, List<Point>> byEvents =
                points.stream().collect(Collectors.groupingBy(Point::events, LinkedHashMap::new, Collectors.toList()));
        byEvents.forEach((events, draws) -> rows.add(List.of(
                String.format(Locale.ROOT, "%,d", events),
                interval(draws, Point::old),
                interval(draws, Point::scratch),
                interval(draws, Point::transferred),
                taken(draws))));
        return String.format(
                        Locale.ROOT,
                        "%s as if it were new: old model trained on %,d events of the other departments, %,d events in it to learn"
                                + " from, %,d held-out users, half to choose the epochs and half to measure%n"
                                + "NDCG@10 of their first event in it, %s, ranked among the items of the department%n%n",
                        department,
                        oldEvents,
                        newEvents,
                        heldOut,
                        RequestTime.heading(requestTime))
                + TextTable.of(rows, 1);
    }

    private static String taken(List<Point> draws) {
        long taken = draws.stream().filter(Point::taken).count();
        return draws.size() == 1
                ? taken == 1 ? "transferred" : "old model"
                : "transferred " + taken + " of " + draws.size();
    }

    private static String interval(List<Point> draws, ToDoubleFunction<Point> figure) {
        double[] values = draws.stream().mapToDouble(figure).toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 1
                ? String.format(Locale.ROOT, "%.4f", mean)
                : String.format(
                        Locale.ROOT,
                        "%.4f ± %.4f",
                        mean,
                        T[Math.min(T.length, values.length - 1) - 1]
                                * Math.sqrt(squares / (values.length - 1) / values.length));
    }

    /** The same for programs, with every sample separately. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("department", department);
        map.put("oldEvents", oldEvents);
        map.put("newEvents", newEvents);
        map.put("heldOut", heldOut);
        map.put("requestTime", requestTime.map(RequestTime::toString).orElse("none"));
        map.put("metric", "ndcg@10");
        map.put("points", points.stream().map(Point::asMap).toList());
        return map;
    }
}
