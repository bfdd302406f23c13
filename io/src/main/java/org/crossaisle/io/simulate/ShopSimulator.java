package org.crossaisle.io.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the events and the catalog of a simulated shop, together with the ground truth: the planted affinities between
 * categories and the months of peak demand. Results on it say nothing about real customers; it is for trials, tests and
 * load tests.
 *
 * <p>Customers are simulated one after the other and written at once, so memory does not grow with their number. Events
 * are ordered by time within each customer, not overall.
 */
public final class ShopSimulator {
    /** The first moment of the simulated shop: 2024-01-01T00:00:00Z. */
    static final long BEGIN = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

    /** The number of simulated days. */
    static final int DAYS = 730;

    static final long SECONDS_OF_A_DAY = 86_400;

    /** The first moment after the simulated time. */
    static final long END = BEGIN + DAYS * SECONDS_OF_A_DAY;

    private final SimulationSettings settings;
    private final List<Assortment.Category> categories = Assortment.categories();
    private final List<Assortment.Affinity> affinities = Assortment.affinities(categories);

    public ShopSimulator(SimulationSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes events, items, users, affinities, seasons and {@code simulation.json} into a directory, which is created.
     *
     * @throws RecsException when they cannot be written
     */
    public void write(Path directory, Progress progress) {
        try {
            Files.createDirectories(directory);
            Shelves shelves = new Shelves(categories, settings);
            writeItems(directory, shelves);
            writeAffinities(directory);
            writeSeasons(directory);
            writeUsersAndEvents(directory, shelves, progress);
            writeLabel(directory);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    "the simulated shop cannot be written to " + directory + ": " + e.getMessage(),
                    e);
        }
    }

    /** The day of a moment; day 0 is the first of the simulated shop. */
    static int day(long time) {
        return (int) ((time - BEGIN) / SECONDS_OF_A_DAY);
    }

    /** The month of a moment, from 1. */
    static int month(long time) {
        return LocalDate.ofEpochDay(time / SECONDS_OF_A_DAY).getMonthValue();
    }

    /** The events file in a directory. */
    public static Path events(Path directory, boolean gzip) {
        return directory.resolve("events.csv" + (gzip ? ".gz" : ""));
    }

    /** The items file in a directory. */
    public static Path items(Path directory, boolean gzip) {
        return directory.resolve("items.csv" + (gzip ? ".gz" : ""));
    }

    private void writeItems(Path directory, Shelves shelves) throws IOException {
        try (Writer out = writer(items(directory, settings.gzip()), settings.gzip())) {
            out.write(Shelves.header() + "\n");
            for (int item = 0; item < settings.items(); item++) {
                out.write(shelves.line(item) + "\n");
            }
        }
    }

    private void writeAffinities(Path directory) throws IOException {
        try (Writer out = writer(directory.resolve("affinities.csv"), false)) {
            out.write("from_category,to_category,probability,lag_days_mean,lag_days_sd\n");
            for (Assortment.Affinity affinity : affinities) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s,%s,%.2f,%.1f,%.1f%n",
                        categories.get(affinity.from()).path(),
                        categories.get(affinity.to()).path(),
                        affinity.probability(),
                        affinity.lagDays(),
                        affinity.lagDeviationDays()));
            }
        }
    }

    private void writeSeasons(Path directory) throws IOException {
        try (Writer out = writer(directory.resolve("seasons.csv"), false)) {
            out.write("category,peak_month\n");
            for (Assortment.Category category : categories) {
                out.write(category.path() + "," + (category.peakMonth() == 0 ? "" : category.peakMonth()) + "\n");
            }
        }
    }

    private void writeUsersAndEvents(Path directory, Shelves shelves, Progress progress) throws IOException {
        double total = 0;
        for (int user = 0; user < settings.users(); user++) {
            total += weight(user);
        }
        try (Writer users = writer(directory.resolve("users.csv" + (settings.gzip() ? ".gz" : "")), settings.gzip());
                Writer events = writer(events(directory, settings.gzip()), settings.gzip());
                Progress.Task task = progress.start("Simulating a shop", settings.events(), "events")) {
            users.write("user_id,age_group\n");
            events.write("user_id,item_id,event,timestamp,session_id,value\n");
            StringBuilder lines = new StringBuilder();
            double sum = 0;
            long written = 0;
            long spare = settings.events() - settings.users(); // every user has at least one
            for (int user = 0; user < settings.users(); user++) {
                String id = String.format(Locale.ROOT, "u%07d", user);
                users.write(
                        id + "," + new String[] {"18-29", "30-44", "45-59", "60+"}[Math.floorMod(user * 31, 4)] + "\n");
                sum += weight(user);
                long end = user + 1L + (user + 1 == settings.users() ? spare : (long) (spare * (sum / total)));
                lines.setLength(0);
                new Customer(user, settings, categories, affinities, shelves)
                        .live(
                                end - written,
                                (item, action, time, session) -> lines.append(id)
                                        .append(',')
                                        .append(Shelves.id(item))
                                        .append(',')
                                        .append(action)
                                        .append(',')
                                        .append(time)
                                        .append(',')
                                        .append(id)
                                        .append('s')
                                        .append(session)
                                        .append(',')
                                        .append(action.equals("purchase") ? cents(shelves.price(item)) : "")
                                        .append('\n'));
                events.append(lines);
                written = end;
                task.reached(written);
            }
        }
    }

    private static String cents(double price) {
        long cents = Math.round(price * 100);
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    /** How active a customer is: a few are very active. */
    private double weight(int user) {
        SplittableRandom random = new SplittableRandom(settings.seed() * 17 + user);
        return Math.exp(0.7 * random.nextGaussian());
    }

    private void writeLabel(Path directory) throws IOException {
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("simulated", true);
        label.put(
                "note",
                "No real customers: written by Crossaisle's shop simulator. affinities.csv and seasons.csv hold its"
                        + " parameters.");
        label.put("users", settings.users());
        label.put("items", settings.items());
        label.put("events", settings.events());
        label.put("seed", settings.seed());
        label.put("language", settings.language().name().toLowerCase(Locale.ROOT));
        Files.writeString(
                directory.resolve("simulation.json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(label)
                        + "\n");
    }

    private static Writer writer(Path file, boolean gzip) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new BufferedWriter(
                new OutputStreamWriter(gzip ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8),
                1 << 16);
    }
}
