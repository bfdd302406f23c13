package org.crossaisle.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.event.Event;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.recommend.Basis;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.retrieve.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationServiceTest {
    private static final Clock CLOCK = Clock.fixed(TinyShop.NOW, ZoneOffset.UTC);

    private static final int USERS = 60;

    @TempDir
    Path directory;

    private RecommendationService open(Path model, Map<String, String> lists) {
        return RecommendationService.open(
                new ServingSettings(model, Optional.empty(), Optional.empty(), new CrossingText(lists)),
                "",
                CLOCK,
                Progress.SILENT);
    }

    private RecommendationService open(String recipe) {
        return open(TinyShop.train(TinyShop.importInto(directory), recipe), Map.of());
    }

    private static List<String> ids(UserRequest request, Crossing crossing, int count) {
        return request.recommend(crossing, count).answer().list().stream()
                .map(place -> request.model().catalog().item(place.item()).id())
                .toList();
    }

    private static Event bought(ServingModel model, String user, String item) {
        return new Event(
                model.user(user), item, Action.PURCHASE, TinyShop.NOW.getEpochSecond(), OptionalDouble.empty(), "", "");
    }

    @Test
    void liveEvent_isKnownToTheNextRequest() {
        try (RecommendationService service = open("transitions")) {
            ServingModel model = service.model();
            UserRequest before = service.request(model, "somebody new");
            assertThat(before.recommend(Crossing.any(0), 3).answer().basis()).isEqualTo(Basis.POPULAR_FOR_NEW_USER);
            service.append(List.of(bought(model, "somebody new", "sock")));
            UserRequest after = service.request(model, " somebody new ");
            assertThat(ids(after, Crossing.any(0), 1)).containsExactly("cream");
            assertThat(after.recommend(Crossing.any(0), 1).reasons().get(0))
                    .extracting(reason -> reason.text(model.catalog(), Reason.Language.ENGLISH))
                    .contains("because of Running sock");
            assertThat(before.history().isEmpty()).isTrue();
            assertThat(service.storedEvents()).isEqualTo(1);
        }
    }

    @Test
    void events_surviveARestart_andThoseOfItemsNoLongerSoldAreLeftOut() {
        Path model = TinyShop.train(TinyShop.importInto(directory), "popular");
        try (RecommendationService service = open(model, Map.of())) {
            service.append(
                    List.of(bought(service.model(), "u0", "pan"), bought(service.model(), "u0", "no longer sold")));
        }
        try (RecommendationService service = open(model, Map.of())) {
            History history = service.request(service.model(), "u0").history();
            assertThat(history.size()).isEqualTo(4);
            assertThat(service.model().catalog().item(history.latest(0)).id()).isEqualTo("pan");
        }
    }

    @Test
    void requestThatHasBegun_finishesOnTheModelItBeganWith() {
        try (RecommendationService service = open("transitions")) {
            ServingModel old = service.model();
            UserRequest begun = service.request(old, "u2"); // bought pan and book
            List<String> byOld = ids(begun, Crossing.any(0), 4);
            ServingModel next = other(old, "popular");
            assertThat(service.swap(next)).isSameAs(old);
            assertThat(service.model()).isSameAs(next);
            assertThat(ids(begun, Crossing.any(0), 4)).isEqualTo(byOld);
            assertThat(service.request(service.model(), "u2").model()).isSameAs(next);
        }
    }

    /** Each answer is that which its model gave before, whichever is swapped in meanwhile. */
    @Test
    void answersWhileModelsAreSwapped_areEachOfOneModel() throws Exception {
        try (RecommendationService service = open("transitions")) {
            ServingModel first = service.model();
            ServingModel second = other(first, "popular");
            Map<ServingModel, List<ExplainedList>> expected =
                    Map.of(first, answers(service, first), second, answers(service, second));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int at = 0; at < 200; at++) {
                    int user = at % USERS;
                    answers.add(threads.submit(() -> {
                        ServingModel model = service.model();
                        ExplainedList list = service.request(model, "u" + user).recommend(Crossing.any(0), 3);
                        ExplainedList alone =
                                Objects.requireNonNull(expected.get(model)).get(user);
                        return list.answer().list().equals(alone.answer().list())
                                && list.reasons().equals(alone.reasons());
                    }));
                    service.swap(at % 2 == 0 ? second : first);
                }
                for (Future<Boolean> answer : answers) {
                    assertThat(answer.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<ExplainedList> answers(RecommendationService service, ServingModel model) {
        return IntStream.range(0, USERS)
                .mapToObj(user -> service.request(model, "u" + user).recommend(Crossing.any(0), 3))
                .toList();
    }

    private ServingModel other(ServingModel served, String recipe) {
        Shop shop = served.shop();
        Path other = TinyShop.train(directory.resolve("shop"), recipe);
        return ServingModel.of(shop, ModelDirectory.load(other, shop.catalog()), CrossingText.NONE, Progress.SILENT);
    }

    @Test
    void modelOfAShopWithAnotherKey_isNotSwappedIn() {
        try (RecommendationService service = open("popular")) {
            Path elsewhere = TinyShop.importInto(directory.resolve("elsewhere"));
            Shop shop = Shop.open(elsewhere, "");
            ServingModel foreign = ServingModel.of(
                    shop,
                    ModelDirectory.load(TinyShop.train(elsewhere, "popular"), shop.catalog()),
                    CrossingText.NONE,
                    Progress.SILENT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> service.swap(foreign))
                    .withMessageContaining("live events are stored with "
                            + service.model().shop().key().fingerprint());
        }
    }

    @Test
    void basketOfANewCustomer_isTheReason() {
        try (RecommendationService service = open("transitions")) {
            ServingModel model = service.model();
            Crossing crossing = model.crossing(new CrossingText(Map.of("scope", "complement", "basket", "sock")));
            UserRequest request = service.request(model, "somebody new");
            assertThat(ids(request, crossing, 1)).containsExactly("cream");
            assertThat(request.recommend(crossing, 1).reasons().get(0))
                    .extracting(reason -> reason.text(model.catalog(), Reason.Language.ENGLISH))
                    .anySatisfy(text -> assertThat(text).isEqualTo("because of Running sock"));
        }
    }

    @Test
    void whatIsSettled_holdsUnlessARequestAsksForSomethingElse() {
        Path model = TinyShop.train(TinyShop.importInto(directory), "popular");
        try (RecommendationService service = open(model, Map.of("scope", "cross"))) {
            assertThat(service.model().crossing(CrossingText.NONE).scope()).isEqualTo(Scope.CROSS);
            assertThat(service.model()
                            .crossing(new CrossingText(Map.of("scope", "any")))
                            .scope())
                    .isEqualTo(Scope.ANY);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(model, Map.of("level", "9")))
                .withMessageContaining("level is 9");
        open(model, Map.of()).close(); // the refused one has left nothing open
    }

    @Test
    void missingModel_isAFailureThatNamesIt() {
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> open(directory.resolve("nothing"), Map.of()))
                .withMessageContaining("nothing");
    }

    @Test
    void similarItems_keepToTheScope() {
        try (RecommendationService service = open("itemknn")) {
            ServingModel model = service.model();
            int shoe = model.catalog().number("shoe").orElseThrow();
            assertThat(model.similar(shoe, Scope.ANY, 10)).hasSize(5);
            assertThat(model.similar(shoe, Scope.WITHIN, 10))
                    .extracting(Candidate::item)
                    .extracting(item -> model.catalog().item(item).id())
                    .containsExactlyInAnyOrder("sock", "bottle");
            assertThat(model.similar(shoe, Scope.CROSS, 1))
                    .extracting(Candidate::item)
                    .extracting(item -> model.catalog().item(item).id())
                    .containsExactly("cream");
        }
    }
}
