package org.crossaisle.io.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.TableReport;

/**
 * Whether a shop is fit for use, and what hurts most.
 *
 * @param fitness the answer
 * @param remarks the worst first
 */
record ShopVerdict(Fitness fitness, List<Remark> remarks) {
    /** Whether a shop is fit for use. */
    enum Fitness {
        FIT("fit for use", "可以使用"),
        FIT_WITH_CARE("fit for use, with care", "可以使用，但请注意以下问题"),
        NOT_FIT("not fit for use", "不适合使用");

        private final String english;
        private final String chinese;

        Fitness(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String text(ReportLanguage language) {
            return language.of(english, chinese);
        }
    }

    /** From how many interactions on a user can be evaluated: history, validation and test. */
    private static final int MEASURED_INTERACTIONS = 3;

    private static final int FEW_USERS = 100;
    private static final int FEW_ITEMS = 2;
    private static final double MANY = 0.1;
    private static final double MOST = 0.5;

    ShopVerdict {
        remarks = remarks.stream()
                .sorted(Comparator.comparing((Remark remark) -> remark.kind().severity())
                        .thenComparing(Comparator.comparingDouble(Remark::share).reversed()))
                .toList();
    }

    static ShopVerdict of(ImportReport report, Dataset data) {
        List<Remark> remarks = new ArrayList<>();
        ofUsers(data, remarks);
        ofItems(data, remarks);
        ofRows(report, remarks);
        if (!report.timed()) {
            remarks.add(new Remark(Remark.Kind.NO_TIMES, 1, report.events()));
        }
        Remark.Severity worst = remarks.stream()
                .map(remark -> remark.kind().severity())
                .min(Comparator.naturalOrder())
                .orElse(Remark.Severity.LIMITS);
        return new ShopVerdict(
                switch (worst) {
                    case STOPS -> Fitness.NOT_FIT;
                    case HURTS -> Fitness.FIT_WITH_CARE;
                    case LIMITS -> Fitness.FIT;
                },
                remarks);
    }

    private static void ofUsers(Dataset data, List<Remark> remarks) {
        int once = 0;
        int measured = 0;
        for (int user = 0; user < data.users(); user++) {
            int size = data.history(user).size();
            once += size == 1 ? 1 : 0;
            measured += size >= MEASURED_INTERACTIONS ? 1 : 0;
        }
        int more = data.users() - once;
        if (more < 2) {
            remarks.add(new Remark(Remark.Kind.NOBODY_CAME_BACK, 1, more));
            return;
        }
        addAbove(MOST, Remark.Kind.ONE_TIME_USERS, once, data.users(), remarks);
        if (measured < FEW_USERS) {
            remarks.add(new Remark(Remark.Kind.FEW_USERS, 1, measured));
        }
    }

    private static void ofItems(Dataset data, List<Remark> remarks) {
        Catalog catalog = data.catalog();
        int known = data.knownItems().cardinality();
        if (known < FEW_ITEMS) {
            remarks.add(new Remark(Remark.Kind.FEW_ITEMS, 1, known));
        }
        addAbove(MOST, Remark.Kind.UNSEEN_ITEMS, catalog.size() - known, catalog.size(), remarks);
        int uncategorised = 0;
        int untitled = 0;
        BitSet categories = new BitSet();
        for (int item = 0; item < catalog.size(); item++) {
            int[] its = catalog.categories().of(item);
            uncategorised += its.length == 0 ? 1 : 0;
            for (int category : its) {
                categories.set(category);
            }
            untitled += catalog.item(item).title().isBlank() ? 1 : 0;
        }
        addAbove(MANY, Remark.Kind.NO_CATEGORIES, uncategorised, catalog.size(), remarks);
        if (categories.cardinality() == 1) {
            remarks.add(new Remark(Remark.Kind.ONE_CATEGORY, 1, catalog.size() - uncategorised));
        }
        addAbove(MOST, Remark.Kind.NO_TITLES, untitled, catalog.size(), remarks);
    }

    private static void ofRows(ImportReport report, List<Remark> remarks) {
        long rows = report.tables().stream().mapToLong(TableReport::rows).sum();
        long dropped = report.tables().stream().mapToLong(TableReport::dropped).sum();
        addAbove(MANY, Remark.Kind.ROWS_DROPPED, dropped, rows, remarks);
        report.tables().stream()
                .filter(table -> table.table().equals("events"))
                .forEach(table -> addAbove(
                        MANY,
                        Remark.Kind.UNKNOWN_ITEMS,
                        table.count(Finding.Reason.UNKNOWN_ITEM),
                        table.rows(),
                        remarks));
    }

    private static void addAbove(double limit, Remark.Kind kind, long count, long of, List<Remark> remarks) {
        if (of > 0 && count > limit * of) {
            remarks.add(new Remark(kind, (double) count / of, count));
        }
    }
}
