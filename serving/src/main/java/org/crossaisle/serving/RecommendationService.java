package org.crossaisle.serving;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.serving.history.LiveHistories;
import org.crossaisle.store.EventStores;

/**
 * Answers requests of users from the current model and their history so far. The model can be swapped at any time:
 * running requests finish on the model they started with. Threads may share it.
 */
@PublicApi
public final class RecommendationService implements AutoCloseable {
    private final EventStore store;
    private final Clock clock;
    private final List<String> notes;
    private volatile ServingModel current;

    /** @param store store of live events; closed with the service */
    public RecommendationService(ServingModel model, EventStore store, Clock clock) {
        this(model, store, clock, List.of());
    }

    private RecommendationService(ServingModel model, EventStore store, Clock clock, List<String> notes) {
        current = model;
        this.store = store;
        this.clock = clock;
        this.notes = List.copyOf(notes);
    }

    /**
     * Opens shop, model and event store.
     *
     * @param secret secret of the user key, empty when there is none
     * @throws org.crossaisle.RecsException when a part is missing, damaged, or does not fit the others
     * @throws IllegalArgumentException when the shop or the model cannot give lists with the default settings
     */
    public static RecommendationService open(ServingSettings settings, String secret, Clock clock, Progress progress) {
        ModelShop trainedOn = ModelShop.ofModel(settings.model());
        Path place = settings.shop().orElse(trainedOn.directory());
        Shop shop = Shop.open(place, secret);
        List<String> notes = new ArrayList<>(
                trainedOn.notes(settings.model(), settings.shop().orElse(null), shop));
        ModelDirectory model = ModelDirectory.load(settings.model(), shop.catalog());
        model.notice().ifPresent(notes::add);
        ServingModel serving = ServingModel.of(shop, model, settings.lists(), progress);
        EventStore events =
                EventStores.open(settings.eventsPlace(place), shop.catalog().actions());
        return new RecommendationService(serving, events, clock, notes);
    }

    /** Notices for the operator: that the shop is not the one of the training, or that its categories changed. */
    public List<String> notes() {
        return notes;
    }

    /** The current model. A request must read it once and take everything it needs from it. */
    public ServingModel model() {
        return current;
    }

    /**
     * Swaps the model, from the next request on.
     *
     * @return the previous model
     * @throws IllegalArgumentException when its shop hashes user ids differently, so that no stored event would be
     *     found
     */
    public synchronized ServingModel swap(ServingModel next) {
        ServingModel served = current;
        String before = served.shop().key().fingerprint();
        String after = next.shop().key().fingerprint();
        if (!after.equals(before)) {
            throw new IllegalArgumentException("the next shop has the user key " + after
                    + ", live events are stored with " + before + "; import the new data into the same shop directory");
        }
        current = next;
        return served;
    }

    /** A request at the current time, for a user by shop id. */
    public UserRequest request(ServingModel model, String rawId) {
        History history = new LiveHistories(model.shop(), store).of(model.user(rawId));
        return new UserRequest(model, history, clock.instant().getEpochSecond());
    }

    /** Stores events; throws as {@link EventStore#append}. Later requests of their users see them. */
    public EventStore.Appended append(List<Event> events) {
        return store.append(events);
    }

    /** The number of stored live events; throws as {@link EventStore#size}. */
    public long storedEvents() {
        return store.size();
    }

    /** Closes the event store. */
    @Override
    public void close() {
        store.close();
    }
}
