package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.shop.TableReport;

/** Compares the totals of an import with their limits, before anything is replaced. */
final class ImportTotals {
    private final ImportSettings settings;
    private EventSorter.Busiest item = new EventSorter.Busiest(0, 0, 0, 0);
    private EventSorter.Busiest user = new EventSorter.Busiest(0, 0, 0, 0);
    private String eventsFile = "";
    private String itemId = "";
    private String catalogId = "";

    ImportTotals(ImportSettings settings) {
        this.settings = settings;
    }

    /** Takes who has the most events. */
    void events(EventSorter.Busiest busiestItem, EventSorter.Busiest busiestUser, String file, Catalog catalog) {
        item = busiestItem;
        user = busiestUser;
        eventsFile = file;
        itemId = busiestItem.events() == 0
                ? ""
                : catalog.item(busiestItem.number()).id();
        catalogId = catalog.item(0).id();
    }

    /**
     * Checks every limit.
     *
     * @param before the report of the shop that would be replaced
     * @throws RecsException DATA_DOUBTFUL when a total is beyond its limit
     */
    void check(ImportReport report, Optional<ImportReport> before) {
        List<String> wrong = new ArrayList<>();
        for (TableReport table : report.tables()) {
            if (table.rows() > 0) {
                share(
                        ImportLimit.DROPPED,
                        table.dropped(),
                        table.rows(),
                        "rows of " + table.file() + " were dropped" + most(table),
                        wrong);
            }
        }
        TableReport events = report.table("events");
        share(
                ImportLimit.UNKNOWN_ITEMS,
                events.count(Finding.Reason.UNKNOWN_ITEM),
                events.rows(),
                "events are on items that the catalog lacks" + example(events, Finding.Reason.UNKNOWN_ITEM)
                        + "; the catalog has ids such as " + TableFindings.quote(catalogId),
                wrong);
        long sorted = events.kept() + events.count(Finding.Reason.DUPLICATE_EVENT);
        share(
                ImportLimit.ONE_ITEM,
                item.events(),
                sorted,
                "events are on one item, " + TableFindings.quote(itemId),
                wrong);
        share(
                ImportLimit.ONE_USER,
                user.events(),
                sorted,
                "events are of one user, the first at " + eventsFile + ":" + user.line()
                        + "; if it stands for everyone who is not logged in, name it with --null-words",
                wrong);
        least(ImportLimit.ITEMS, item.others(), String.format("%,d items have events", item.others()), wrong);
        before.ifPresent(shop -> least(
                ImportLimit.SHRUNK,
                (double) report.items() / Math.max(1, shop.items()),
                String.format("the catalog has %,d items, the shop has %,d now", report.items(), shop.items()),
                wrong));
        if (!wrong.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_DOUBTFUL,
                    "nothing was imported, because totals look wrong:" + System.lineSeparator()
                            + String.join(System.lineSeparator(), wrong) + System.lineSeparator() + report.toText());
        }
    }

    private double limit(ImportLimit limit) {
        return settings.accepted().getOrDefault(limit, limit.limit());
    }

    private void share(ImportLimit limit, long part, long whole, String what, List<String> wrong) {
        double share = whole == 0 ? 0 : (double) part / whole;
        if (share > limit(limit)) {
            wrong.add(String.format(
                    Locale.ROOT,
                    "  %,d of %,d %s. Expected: at most %s. If this is right: --accept %s=%s",
                    part,
                    whole,
                    what,
                    percent(limit(limit)),
                    limit.key(),
                    Math.min(1, Math.ceil(share * 100) / 100)));
        }
    }

    private void least(ImportLimit limit, double found, String what, List<String> wrong) {
        if (found < limit(limit)) {
            boolean share = limit == ImportLimit.SHRUNK;
            wrong.add(String.format(
                    Locale.ROOT,
                    "  %s. Expected: at least %s. If this is right: --accept %s=%s",
                    what,
                    share ? percent(limit(limit)) + " of that" : String.valueOf((long) limit(limit)),
                    limit.key(),
                    share ? String.valueOf(Math.floor(found * 100) / 100) : String.valueOf((long) found)));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", share * 100).replaceAll("\\.0+ ", " ");
    }

    /** The most frequent reason for dropping rows, with its first example. */
    private static String most(TableReport table) {
        return table.findings().stream()
                .filter(finding -> finding.reason().drops())
                .max(Comparator.comparingLong(Finding::count))
                .map(finding -> String.format(
                        ", most of them (%,d) because: %s%s",
                        finding.count(), finding.reason().text(), example(table, finding.reason())))
                .orElse("");
    }

    private static String example(TableReport table, Finding.Reason reason) {
        return table.findings().stream()
                .filter(finding -> finding.reason() == reason)
                .flatMap(finding -> finding.examples().stream())
                .findFirst()
                .map(example -> ", such as " + example)
                .orElse("");
    }
}
