package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.io.column.CategoryColumn;
import org.crossaisle.io.column.CategoryLayout;
import org.crossaisle.io.column.LevelColumns;
import org.crossaisle.io.column.ListMeaning;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.Columns;
import org.jspecify.annotations.Nullable;

/** Reads the category paths of each item, from a column of paths or from columns of levels. */
final class ItemCategories {
    private final TableReading rows;
    private final Optional<CategoryPaths> table;
    private final ImportSettings settings;
    private final CategoryLayout layout;
    private List<Integer> levelPlaces = List.of();
    private int pathPlace = Columns.NONE;
    private int otherPlace = Columns.NONE;
    private @Nullable CategoryColumn path;
    private @Nullable CategoryColumn other;

    ItemCategories(TableReading rows, Optional<CategoryPaths> table, ImportSettings settings) {
        this.rows = rows;
        this.table = table;
        this.settings = settings;
        this.layout =
                new CategoryLayout(settings.categoriesAre(), settings.categorySeparator(), settings.pathSeparator());
        locate();
    }

    /** Finds and judges columns that were not there before. */
    void locate() {
        List<String> names = rows.reader().columns();
        if (path == null && levelPlaces.isEmpty()) {
            levelPlaces = levels(names);
            if (!levelPlaces.isEmpty()) {
                List<String> levels = levelPlaces.stream().map(names::get).toList();
                rows.note("the columns " + String.join(", ", levels) + " are the levels of the category path");
                levelPlaces.forEach(rows.columns()::take);
            }
        }
        if (path == null && levelPlaces.isEmpty()) {
            pathPlace = rows.columns().of(Tables.PATH);
            path = pathPlace == Columns.NONE ? null : judge(pathPlace, layout);
        }
        if (other == null) {
            otherPlace = rows.columns().of(Tables.OTHER_PATHS);
            other = otherPlace == Columns.NONE
                    ? null
                    : judge(
                            otherPlace,
                            layout.pathSeparator().isEmpty()
                                    ? new CategoryLayout(
                                            layout.categoriesAre().or(() -> Optional.of(ListMeaning.SET)),
                                            layout.categorySeparator(),
                                            "|")
                                    : layout);
        }
    }

    private CategoryColumn judge(int place, CategoryLayout written) {
        CategoryColumn judged = CategoryColumn.judge(
                rows.reader().name(),
                rows.reader().columns().get(place),
                rows.reader().lists(place),
                written,
                id -> table.isPresent() && table.get().path(id).isPresent());
        judged.notes().forEach(rows::note);
        return judged;
    }

    private List<Integer> levels(List<String> names) {
        if (!settings.categoryLevels().isEmpty()) {
            List<Integer> places = new ArrayList<>();
            for (String name : settings.categoryLevels()) {
                if (!names.contains(name)) {
                    throw new RecsException(
                            RecsException.Code.COLUMN_MISSING,
                            rows.reader().name() + " has no column " + name + ", which is to be a level of the category"
                                    + " path. Found: " + String.join(", ", names));
                }
                places.add(names.indexOf(name));
            }
            return places;
        }
        boolean named = settings.columns().keySet().stream()
                .anyMatch(key -> Tables.PATH.isCalled(key.replaceFirst("^items\\.", "")));
        if (named || table.isPresent()) {
            return List.of();
        }
        List<Integer> found = LevelColumns.find(names);
        return found.size() > 1 ? found : List.of();
    }

    /** The paths of the current row, the first of its main column in front. */
    List<CategoryPath> read() {
        List<CategoryPath> paths = new ArrayList<>();
        if (!levelPlaces.isEmpty()) {
            ofLevels().forEach(levels -> add(levels, paths));
        }
        if (path != null) {
            path.read(rows.reader().values(pathPlace)).forEach(levels -> add(levels, paths));
        }
        if (other != null) {
            other.read(rows.reader().values(otherPlace)).forEach(levels -> add(levels, paths));
        }
        return paths.stream().distinct().toList();
    }

    /** Paths from columns of levels. A column of several values, as in {@code Home|Sale}, begins several paths. */
    private List<List<String>> ofLevels() {
        List<List<String>> paths = new ArrayList<>();
        for (int place : levelPlaces) {
            List<String> cell = new ArrayList<>();
            for (String value : rows.reader().values(place)) {
                cell.addAll(Arrays.asList(value.split("\\|", -1)));
            }
            for (int i = 0; i < cell.size(); i++) {
                if (i == paths.size()) {
                    paths.add(new ArrayList<>());
                }
                if (!cell.get(i).isBlank()) {
                    paths.get(i).add(cell.get(i).strip());
                }
            }
        }
        return paths.stream().filter(levels -> !levels.isEmpty()).toList();
    }

    private void add(List<String> written, List<CategoryPath> paths) {
        if (table.isPresent()) {
            String id = String.join(String.valueOf(CategoryPath.SEPARATOR), written);
            Optional<CategoryPath> named = table.get().path(id);
            if (named.isPresent()) {
                paths.add(named.get());
                return;
            }
            if (written.size() == 1) {
                rows.found(
                        Finding.Reason.UNKNOWN_CATEGORY,
                        "category id " + TableFindings.quote(id) + " is not in the category table");
                return;
            }
        }
        List<String> levels = new ArrayList<>();
        for (String level : written) {
            if (!level.isBlank()) {
                levels.add(level.replace(CategoryPath.SEPARATOR, '/'));
            }
        }
        if (levels.size() < written.size()) {
            rows.found(
                    Finding.Reason.BLANK_CATEGORY_LEVEL,
                    "category path " + TableFindings.quote(String.join(">", written)) + " has a blank level");
        }
        if (!levels.isEmpty()) {
            paths.add(new CategoryPath(levels));
        }
    }
}
