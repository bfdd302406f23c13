package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page as a person uses it, in a browser. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
final class PageTest {
    private static final String CUSTOMER = "u0000007";
    private static final String ALL = Keys.chord(Keys.CONTROL, "a");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "page");

    @TempDir
    static Path profile;

    private static @Nullable Browser started;

    @TestHTTPResource("/")
    String address;

    private Browser page;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(PICTURES);
        started = Browser.start(profile);
    }

    @AfterAll
    static void end() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void open() {
        page = Objects.requireNonNull(started);
        page.open(address, WIDTH, HEIGHT);
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        assertThat(page.errors()).isEmpty();
    }

    private void show(String user) {
        page.type("#user", ALL, user, Keys.ENTER);
    }

    @Test
    void newCustomer_seesPopularItems_eachWithItsReason() {
        page.click("#new-user");
        assertThat(page.count("#list > li")).isEqualTo(10);
        assertThat(page.attributes("#list .reason", "data-kind")).hasSize(10).containsOnly("new-user");
        assertThat(page.texts("#list .reason")).doesNotContain("");
        assertThat(page.count("#history > li")).isZero();
        assertThat(page.text("#history-size")).isEqualTo("This customer has no history yet.");
        assertThat(page.text("#achieved")).isNotEmpty();
    }

    @Test
    void knownCustomer_seesTheHistory_theListAndReasonsFromTheHistory() {
        show(CUSTOMER);
        assertThat(page.count("#list > li[data-item]")).isEqualTo(10);
        assertThat(page.count("#history > li[data-item]")).isPositive();
        assertThat(page.attributes("#list .reason", "data-kind"))
                .contains("history")
                .doesNotContain("new-user");
        assertThat(page.attributes("#list > li", "data-item"))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(page.attributes("#history > li", "data-item"));
    }

    @Test
    void crossShareOfOne_isAchieved_andOneOfZeroToo() {
        show(CUSTOMER);
        page.type("#cross-share", Keys.END);
        assertThat(page.text("#cross-share-shown")).isEqualTo("100 %");
        assertThat(page.text("#achieved")).contains("100% from categories new to this customer");
        assertThat(page.count("#list > li.new-category")).isEqualTo(10);
        page.type("#cross-share", Keys.HOME, Keys.ARROW_RIGHT);
        assertThat(page.text("#cross-share-shown")).isEqualTo("0 %");
        assertThat(page.text("#achieved")).contains("0% from categories new to this customer");
        assertThat(page.count("#list > li.new-category")).isZero();
    }

    @Test
    void calibratedShare_saysWhatItReachedAndCost_andDiversityToo() {
        show(CUSTOMER);
        assertThat(page.count("#steps > li")).isZero();
        page.click("#calibrated");
        assertThat(page.attributes("#steps > li", "data-step")).containsExactly("crossShare:calibrated");
        assertThat(page.count("#cross-share:disabled")).isEqualTo(1);
        assertThat(page.text("#cross-share-shown")).isEqualTo("as much as this customer likes");
        assertThat(page.texts("#diversity option"))
                .containsExactly(
                        "the shop’s default",
                        "none",
                        "mix of the customer’s history",
                        "diverse list (DPP)",
                        "diverse items (MMR)");
        page.choose("#diversity", "mmr:0.3");
        assertThat(page.attributes("#steps > li", "data-step")).containsExactly("crossShare:calibrated", "mmr:0.3");
        assertThat(page.texts("#steps > li").get(1))
                .startsWith("Mean distance 0.")
                .contains("at a cost of");
    }

    @Test
    void timeThatIsAWholeDay_isShownAsThatDay() {
        show(CUSTOMER);
        assertThat(page.number("return Number(moment('2014-06-10T00:00:00Z') === 'Jun 10, 2014')"))
                .isOne();
        assertThat(page.number("return Number(moment('2014-06-10T09:30:00Z').includes(':30'))"))
                .isOne();
    }

    @Test
    void level_changesWhatIsNew_andWhichCategoriesAreProposed() {
        show(CUSTOMER);
        assertThat(page.texts("#level option").get(0)).isEqualTo("department");
        assertThat(page.number("return Number(document.getElementById('level').value)"))
                .isZero();
        assertThat(page.count("#next:not([hidden])")).isEqualTo(1);
        assertThat(page.attributes("#next-list > li", "data-category")).noneMatch(path -> path.contains(">"));
        page.choose("#level", "1");
        assertThat(page.attributes("#next-list > li", "data-category"))
                .isNotEmpty()
                .anyMatch(path -> path.contains(">")); // those of few items count as their departments
        assertThat(page.text("#propensity")).startsWith("Probability that the next item is in a new category: ");
    }

    @Test
    void scopeCross_marksEveryEntryNew_andWithinNone() {
        show(CUSTOMER);
        page.choose("#scope", "cross");
        assertThat(page.count("#list > li")).isEqualTo(10);
        assertThat(page.count("#list > li.new-category")).isEqualTo(10);
        assertThat(page.texts("#list .new-mark:not([hidden])")).hasSize(10).containsOnly("new category");
        page.choose("#scope", "within");
        assertThat(page.count("#list > li")).isEqualTo(10);
        assertThat(page.count("#list > li.new-category")).isZero();
    }

    @Test
    void chinese_isSpokenByThePageAndByTheReasons() {
        show(CUSTOMER);
        page.choose("#language", "zh");
        assertThat(page.attributes("html", "lang")).containsExactly("zh");
        assertThat(page.text("#show")).isEqualTo("查看");
        assertThat(page.text("#achieved")).contains("来自对这位顾客全新的类别");
        assertThat(page.texts("#list .reason"))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).containsPattern("\\p{IsHan}"));
        page.choose("#language", "en");
        assertThat(page.text("#show")).isEqualTo("Show");
    }

    @Test
    void errorOfTheApi_isShownAsText_untilTheNextAnswer() {
        show(CUSTOMER);
        page.type("#count", ALL, "501", Keys.TAB);
        page.await("the error is shown", () -> page.text("#error").contains("501"));
        assertThat(page.text("#error")).contains("count is 501", "[1, 500]");
        assertThat(page.count("#error *")).isZero();
        assertThat(page.errors())
                .as("the browser tells of the refused request")
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).contains("400"));
        page.type("#count", ALL, "7", Keys.TAB);
        page.await("the error is gone", () -> page.count("#error[hidden]") == 1);
        assertThat(page.count("#list > li")).isEqualTo(7);
    }

    @Test
    void nameWithMarkup_isText() {
        show("<img src=x onerror=alert(1)>&\"/../..");
        assertThat(page.count("#list > li")).isEqualTo(10);
        assertThat(page.count("main img")).isZero();
    }

    @Test
    void purchase_isInTheHistory_andTheListRestsOnIt() {
        page.click("#new-user");
        List<String> before = page.attributes("#list > li", "data-item");
        String popular = page.text("#achieved");
        page.click("#list > li [data-action=purchase]");
        assertThat(page.attributes("#history > li", "data-item")).containsExactly(before.get(0));
        assertThat(page.attributes("#history > li", "data-action")).containsExactly("purchase");
        assertThat(page.text("#achieved")).isNotEqualTo(popular);
        assertThat(page.attributes("#list > li", "data-item")).doesNotContain(before.get(0));
        assertThat(page.attributes("#list .reason", "data-kind")).contains("history");
    }

    @Test
    void title_showsSimilarItems() {
        show(CUSTOMER);
        String item = page.attributes("#list > li", "data-item").get(0);
        page.click("#list > li .title");
        assertThat(page.count("#similar:not([hidden]) #similar-list > li")).isEqualTo(8);
        assertThat(page.attributes("#similar-list > li", "data-item")).doesNotContain(item);
        assertThat(page.text("#similar-measure")).isEqualTo("Score: cosine of item vectors");
        page.choose("#language", "zh");
        assertThat(page.text("#similar-measure")).isEqualTo("得分：商品向量的余弦");
    }

    @Test
    void pageFitsAPhone_andIsDrawnInLightAndDark() throws IOException {
        for (String scheme : List.of("light", "dark")) {
            page.preferColours(scheme);
            for (int width : new int[] {WIDTH, 390}) {
                page.open(address, width, HEIGHT);
                show(CUSTOMER);
                page.click("#list > li .title");
                assertThat(page.number("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                page.picture(PICTURES.resolve(scheme + "-" + width + ".png"));
            }
        }
        page.preferColours("light");
        page.open(address, WIDTH, HEIGHT);
        page.choose("#language", "zh");
        show(CUSTOMER);
        page.choose("#scope", "cross");
        page.picture(PICTURES.resolve("chinese.png"));
    }
}
