package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.column.ListMeaning;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CategoriesOfColumnsTest {
    @TempDir
    Path directory;

    private ImportedTables tables;

    @BeforeEach
    void eventsOfOneUser() throws IOException {
        tables = new ImportedTables(directory);
    }

    private ImportReport items(String... lines) throws IOException {
        return tables.items(lines).run();
    }

    @Test
    void barBetweenPaths_separatesThem() throws IOException {
        ImportReport report =
                items("item_id,title,category_path", "A,Rope,Sport>Climbing|Gifts>Outdoor", "B,Lantern,Garden>Light");
        assertThat(tables.paths("A")).containsExactly("Sport>Climbing", "Gifts>Outdoor");
        assertThat(tables.paths("B")).containsExactly("Garden>Light");
        assertThat(report.table("items").notes()).anyMatch(note -> note.contains("are separated by |"));
    }

    @Test
    void commaBetweenPaths_separatesThem_whereThePartsAreCategoriesElsewhere() throws IOException {
        items(
                "item_id,title,categories",
                "A,Rope,\"Sport > Ropes, New\"",
                "B,Harness,\"Sport > Harnesses, Sport, New\"",
                "C,Lantern,\"Garden > Light, Sport > Lamps\"");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes", "New");
        assertThat(tables.paths("B")).containsExactly("Sport>Harnesses", "New");
        assertThat(tables.paths("C")).containsExactly("Garden>Light", "Sport>Lamps");
    }

    @Test
    void commaInNames_staysThere_withANoteAndAnOption() throws IOException {
        ImportReport report =
                items("item_id,title,categories", "A,Towel,\"Home > Bed, Bath & More\"", "B,Rope,Sport > Ropes");
        assertThat(tables.paths("A")).containsExactly("Home>Bed, Bath & More");
        assertThat(report.table("items").notes())
                .anyMatch(note -> note.contains("a comma is part of names") && note.contains("--path-separator \",\""));
        tables.with(tables.settings().withPathSeparator(",")).run();
        assertThat(tables.paths("A")).containsExactly("Home>Bed", "Bath & More");
    }

    @Test
    void commaThatMayBeEither_isRefused() throws IOException {
        tables.items(
                "item_id,title,categories",
                "A,Towel,\"Home > Bed, Bath\"",
                "B,Mat,\"Home > Mats, Sale\"",
                "C,Chair,\"Garden > Chairs, Benches\"",
                "D,Lamp,Sale > Lamps");
        assertThat(tables.refusal())
                .hasMessageContaining("\"Home > Bed, Bath\" is one category, or several")
                .hasMessageContaining("--path-separator none");
        tables.with(tables.settings().withPathSeparator(ImportSettings.NO_SEPARATOR))
                .run();
        assertThat(tables.paths("A")).containsExactly("Home>Bed, Bath");
    }

    @Test
    void slashesOfATree_areLevels_andTheRootOfAllIsLeftOut() throws IOException {
        ImportReport report = items(
                "item_id,title,categories",
                "A,Rope,\"Default Category,Default Category/Sport,Default Category/Sport/Ropes\"",
                "B,Lantern,\"Default Category/Garden,Default Category/Garden/Light\"",
                "C,Bowl,Default Category/Sport/Bowls");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
        assertThat(tables.paths("B")).containsExactly("Garden>Light");
        assertThat(tables.paths("C")).containsExactly("Sport>Bowls");
        assertThat(report.table("items").notes())
                .anyMatch(note -> note.contains("the root \"Default Category\" of every path is left out"));
    }

    @Test
    void slashesInNames_stayThere_withANote() throws IOException {
        ImportReport report =
                items("item_id,title,category", "A,Rope,TV/Audio", "B,Lantern,Home/Garden", "C,Bowl,Toys");
        assertThat(tables.paths("A")).containsExactly("TV/Audio");
        assertThat(report.table("items").notes()).anyMatch(note -> note.contains("--category-separator /"));
        tables.with(tables.settings().withCategorySeparator("/")).run();
        assertThat(tables.paths("A")).containsExactly("TV>Audio");
    }

    @Test
    void codesWithPoints_areLevels() throws IOException {
        items(
                "item_id,title,category_code",
                "A,Rope,sport.ropes.static",
                "B,Lantern,sport.light",
                "C,Bowl,kitchen.bowls",
                "D,Pan,kitchen.pans");
        assertThat(tables.paths("A")).containsExactly("sport>ropes>static");
        assertThat(tables.paths("D")).containsExactly("kitchen>pans");
    }

    @Test
    void barsWithoutLevels_areASet_whereNamesStandAnywhere() throws IOException {
        items("item_id,title,categories", "A,Rope,ropes|new", "B,Lantern,lamps", "C,Bowl,bowls|new", "D,Pan,new|pans");
        assertThat(tables.paths("A")).containsExactly("ropes", "new");
        assertThat(tables.paths("D")).containsExactly("new", "pans");
    }

    @Test
    void barsWithoutLevels_areAPath_whereTheyFormATree() throws IOException {
        items(
                "item_id,title,categories",
                "A,Rope,Sport|Ropes",
                "B,Harness,Sport|Harnesses",
                "C,Bowl,Kitchen|Bowls",
                "D,Pan,Kitchen|Pans|Iron");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
        assertThat(tables.paths("D")).containsExactly("Kitchen>Pans>Iron");
    }

    @Test
    void listThatMayBeEither_isRefusedWithBothReadings() throws IOException {
        tables.items("item_id,title,categories", "A,Rope,Sport|Ropes", "B,Lantern,Garden|Light");
        assertThat(tables.refusal())
                .hasMessageContaining("is the path Sport>Ropes, or 2 categories")
                .hasMessageContaining("--categories-are path or set");
        tables.with(tables.settings().withCategoriesAre(ListMeaning.SET)).run();
        assertThat(tables.paths("A")).containsExactly("Sport", "Ropes");
        tables.with(tables.settings().withCategoriesAre(ListMeaning.PATH)).run();
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
    }

    @Test
    void numberedColumns_areLevels_alsoWithSeveralValues() throws IOException {
        ImportReport report = items(
                "ITEM_ID,CATEGORY_L1,CATEGORY_L2,CATEGORY_L3",
                "A,Sport,Ropes,Static",
                "B,Garden|New,Light,",
                "C,Kitchen,Bowls,");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes>Static");
        assertThat(tables.paths("B")).containsExactly("Garden>Light", "New");
        assertThat(tables.item("A").attributes()).isEmpty();
        assertThat(report.table("items").notes())
                .contains("the columns CATEGORY_L1, CATEGORY_L2, CATEGORY_L3 are the levels of the category path");
    }

    @Test
    void levelsOfOtherNames_areFoundOrNamed() throws IOException {
        items("item_id,item_category,item_category2", "A,Sport,Ropes", "B,Garden,Light");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
        items("item_id,category,sub_category", "A,Sport,Ropes", "B,Garden,Light");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
        tables.with(tables.settings().withCategoryLevels(List.of("world", "shelf")));
        items("item_id,shelf,world", "A,Ropes,Sport", "B,Light,Garden");
        assertThat(tables.paths("B")).containsExactly("Garden>Light");
    }

    @Test
    void levelWithOneNameOnly_isReported() throws IOException {
        ImportReport report = items("item_id,title,category_path", "A,Rope,Outdoor>Ropes", "B,Lantern,Outdoor>Light");
        assertThat(report.table("items").notes())
                .contains("category level 0 has one name only, \"Outdoor\": it separates nothing");
    }

    @Test
    void variation_takesTheCategoriesOfItsParent() throws IOException {
        tables.with(tables.settings().withColumns(Map.of("items.item_id", "ID")));
        ImportReport report = items(
                "ID,SKU,Name,Categories,Parent",
                "A,rope,Rope,Sport > Ropes,",
                "B,rope-blue,Blue rope,,id:A",
                "C,rope-red,Red rope,,rope");
        assertThat(report.table("items").count(Finding.Reason.NO_CATEGORY)).isZero();
        assertThat(tables.paths("B")).containsExactly("Sport>Ropes");
        assertThat(tables.paths("C")).containsExactly("Sport>Ropes");
    }

    private void categories(String... lines) throws IOException {
        tables.with(tables.settings().withCategories(tables.write("categories.csv", lines)));
    }

    @Test
    void parentsWithDecimals_areFound_inAnyOrder() throws IOException {
        categories("categoryid,name,parentid", "21,Ropes,7.0", "22,Light,8.0", "7,Sport,", "8,Garden,");
        items("item_id,category_id", "A,21", "B,22.0");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes");
        assertThat(tables.paths("B")).containsExactly("Garden>Light");
    }

    @Test
    void parentThatIsMissing_isReported_andTheUsualRootIsNot() throws IOException {
        categories("id,name,parent_id", "21,Ropes,7", "22,Light,0", "23,Bowls,23");
        ImportReport report = items("item_id,category_id", "A,21", "B,22", "C,23");
        assertThat(tables.paths("A")).containsExactly("Ropes");
        assertThat(tables.paths("C")).containsExactly("Bowls");
        assertThat(report.table("categories").findings())
                .anySatisfy(finding -> assertThat(finding.examples())
                        .containsExactly("categories.csv:2: parent \"7\" of category \"21\" is not in the table"));
    }

    @Test
    void tableWithoutNames_takesTheIds() throws IOException {
        categories("categoryid,parentid", "21,7", "7,");
        ImportReport report = items("itemid,categoryid", "A,21", "B,7");
        assertThat(tables.paths("A")).containsExactly("7>21");
        assertThat(tables.item("A").title()).isEmpty();
        assertThat(report.table("categories").notes()).anyMatch(note -> note.contains("--map categories.name=COLUMN"));
    }

    @Test
    void advice_namesTheTable() throws IOException {
        categories("number,name", "21,Ropes");
        tables.items("item_id,category_id", "A,21");
        assertThat(tables.refusal()).hasMessageContaining("--map categories.id=COLUMN");
        tables.with(tables.settings().withColumns(Map.of("categories.id", "number")))
                .run();
        assertThat(tables.paths("A")).containsExactly("Ropes");
    }

    @Test
    void severalIdsOfATable_areSeveralCategories() throws IOException {
        categories("id,name,parent_id", "21,Ropes,7", "22,Light,8", "7,Sport,", "8,Garden,");
        items("item_id,category_id", "A,\"21,22\"", "B,22");
        assertThat(tables.paths("A")).containsExactly("Sport>Ropes", "Garden>Light");
    }

    @Test
    void columnsMadeFromTheEvents_areLeftOutUnderAnyName_andCanBeKept() throws IOException {
        ImportReport report = items(
                "item_id,title,related.also_bought,salesRank.Sport,stats.reviewCount,goes_with,colour",
                "A,Rope,B|C,3,5,B C,red",
                "B,Lantern,A|C,4,6,A C,blue",
                "C,Bowl,A|B,5,7,\"['A', 'B']\",red");
        assertThat(tables.item("A").attributes()).containsExactly(Map.entry("colour", "red"));
        assertThat(report.table("items").notes())
                .anyMatch(note -> note.contains("related.also_bought, salesRank.Sport, stats.reviewCount"))
                .anyMatch(note -> note.contains("lists of items, which are made from the events: goes_with"));
        tables.with(tables.settings().withKeptColumns(List.of("goes_with", "stats.reviewCount")))
                .run();
        assertThat(tables.item("A").attributes()).containsKeys("goes_with", "stats.reviewCount");
    }
}
