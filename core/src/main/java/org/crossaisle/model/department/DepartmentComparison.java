package org.crossaisle.model.department;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossaisle.dataset.Target;

/**
 * A comparison of training a department together with all others and training it alone.
 *
 * @param department its name
 * @param targets the number of targets compared
 * @param together NDCG@10 of the model of all departments
 * @param alone NDCG@10 of the model of this one
 * @param low the lower end of the 95 % interval of {@code together - alone}
 * @param high the upper end
 */
record DepartmentComparison(String department, int targets, double together, double alone, double low, double high) {
    private static final double WIDTH = 1.96; // standard errors to either side

    /**
     * Compares the models target by target. A user's targets are not independent, so the standard error is that of sums
     * over users (Liang and Zeger, Longitudinal data analysis using generalized linear models, Biometrika 73(1), 1986).
     *
     * @param together the gain of each target: [targets]
     * @param alone the same of the other model: [targets]
     */
    static DepartmentComparison of(String department, List<Target> targets, double[] together, double[] alone) {
        int size = targets.size();
        double difference = mean(together) - mean(alone);
        Map<Integer, Double> ofUsers = new HashMap<>();
        for (int at = 0; at < size; at++) {
            ofUsers.merge(targets.get(at).user(), together[at] - alone[at] - difference, Double::sum);
        }
        double squares = ofUsers.values().stream().mapToDouble(sum -> sum * sum).sum();
        int users = ofUsers.size();
        double error = users < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares * users / (users - 1)) / size;
        return new DepartmentComparison(
                department, size, mean(together), mean(alone), difference - WIDTH * error, difference + WIDTH * error);
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** True when the department is significantly better alone. */
    boolean fallsBack() {
        return high < 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: NDCG@10 on %,d targets among its items %.4f together, %.4f alone, difference %+.4f [%+.4f, %+.4f]: %s",
                department,
                targets,
                together,
                alone,
                together - alone,
                low,
                high,
                fallsBack() ? "ranked by a model of its own" : "together");
    }
}
