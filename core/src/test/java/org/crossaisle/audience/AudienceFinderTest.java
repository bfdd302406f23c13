package org.crossaisle.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class AudienceFinderTest {
    private static final long DAY = 86_400;
    private static final int DAYS = 400;
    private static final CategoryPath TENTS = CategoryPath.parse("Outdoor>Tents");

    /** 20 items in each of four categories. */
    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (String path : List.of("Outdoor>Boots", "Outdoor>Tents", "Home>Lamps", "Home>Rugs")) {
            for (int item = 0; item < 20; item++) {
                items.add(Item.of(path + item, path + item, path));
            }
        }
        return new Catalog(items);
    }

    /**
     * Everyone buys lamps or rugs now and then; a tenth once buys boots, and half of those a tent some ten days later.
     */
    private static Dataset data(int users) {
        Random random = new Random(5);
        DatasetBuilder builder = new DatasetBuilder(catalog());
        for (int user = 0; user < users; user++) {
            TreeMap<Long, Integer> events = new TreeMap<>();
            int count = 3 + random.nextInt(4);
            for (int event = 0; event < count; event++) {
                events.put(random.nextInt(DAYS) * DAY, 40 + random.nextInt(40));
            }
            if (random.nextInt(10) == 0) {
                long boots = random.nextInt(DAYS) * DAY + 1;
                events.put(boots, random.nextInt(20));
                if (random.nextBoolean()) {
                    events.put(boots + (5 + random.nextInt(11)) * DAY, 20 + random.nextInt(20));
                }
            } else if (random.nextInt(50) == 0) {
                events.put(random.nextInt(DAYS) * DAY + 2, 20 + random.nextInt(20));
            }
            builder.startUser();
            events.headMap(DAYS * DAY).forEach((time, item) -> builder.add(item, time, Action.PURCHASE));
        }
        return builder.build();
    }

    private static final Dataset DATA = data(20_000);

    private static Audience find(AudienceSettings settings, int size) {
        return new AudienceFinder(DATA, settings, Progress.SILENT).find(TENTS, size);
    }

    @Test
    void whoBoughtBootsOfLate_isTheAudienceOfTents() {
        Audience audience = find(new AudienceSettings(20, 90, 0, 1), 60);
        assertThat(audience.members()).hasSize(60);
        long withBoots = audience.members().stream()
                .filter(member -> boots(member.user()))
                .count();
        assertThat(withBoots).isGreaterThan(50);
        assertThat(audience.expected()).isGreaterThan(5 * audience.expectedAtRandom());
        assertThat(audience.incremental()).isCloseTo(audience.expected() - audience.expectedAtRandom(), within(1e-12));
        assertThat(audience.check().lift().value()).isGreaterThan(3);
        assertThat(audience.check().found().came())
                .isGreaterThan(2 * audience.check().mostActive().came());
        assertThat(audience.check().reliability().error()).isLessThan(0.01);
    }

    private static boolean boots(int user) {
        History history = DATA.history(user);
        for (int at = 0; at < history.size(); at++) {
            if (history.item(at) < 20) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whoCameOfLate_isLeftOut() {
        Audience audience = find(new AudienceSettings(20, 90, 0, 1), 20_000);
        long late = (DAYS - 90) * DAY;
        assertThat(audience.members()).hasSize(audience.eligible()).noneMatch(member -> {
            History history = DATA.history(member.user());
            for (int at = 0; at < history.size(); at++) {
                if (history.item(at) >= 20 && history.item(at) < 40 && history.time(at) >= late + 2 * DAY) {
                    return true;
                }
            }
            return false;
        });
        assertThat(find(new AudienceSettings(20, 0, 0, 1), 20_000).eligible()).isGreaterThan(audience.eligible());
    }

    @Test
    void controlGroup_isAShareOfTheMembers_theSameForOneSeed() {
        Audience audience = find(new AudienceSettings(20, 90, 0.25, 7), 100);
        assertThat(audience.members().stream().filter(Audience.Member::control)).hasSize(25);
        assertThat(find(new AudienceSettings(20, 90, 0.25, 7), 100).members()).isEqualTo(audience.members());
        assertThat(find(new AudienceSettings(20, 90, 0.25, 8), 100).members()).isNotEqualTo(audience.members());
    }

    @Test
    void whatCannotBeFound_isSaid() {
        AudienceFinder finder = new AudienceFinder(DATA, AudienceSettings.DEFAULTS, Progress.SILENT);
        assertThatThrownBy(() -> finder.find(CategoryPath.parse("Outdoor>Tent"), 10))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("Outdoor>Tent")
                .hasMessageContaining("level 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finder.find(TENTS, 0))
                .withMessageContaining("size is 0");
        assertThatThrownBy(() -> new AudienceFinder(data(2_000), new AudienceSettings(5, 90, 0, 1), Progress.SILENT)
                        .find(TENTS, 10))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("at least 20 are needed");
        DatasetBuilder untimed = new DatasetBuilder(catalog());
        untimed.startUser();
        untimed.add(1, History.NO_TIME, Action.PURCHASE);
        assertThatThrownBy(() -> new AudienceFinder(untimed.build(), AudienceSettings.DEFAULTS, Progress.SILENT))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("import the shop with times");
    }
}
