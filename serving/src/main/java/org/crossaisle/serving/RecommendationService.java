package org.crossaisle.serving;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.serving.history.LiveHistories;
import org.crossaisle.store.EventStores;

/**
 * Answers users from the model that is served now and from what they did until now. The model can be swapped at any
 * time: requests that have begun finish on the model they began with. Threads may share it.
 */
public final class RecommendationService implements AutoCloseable {
    private final EventStore store;
    private final Clock clock;
    private final List<String> notes;
    private volatile ServingModel current;

    /** @param store of live events; closed with the service */
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
     * @param secret of the user key, empty when there is none
     * @throws org.crossaisle.RecsException when a part is missing, damaged, or does not fit the others
     * @throws IllegalArgumentException when the shop or the model cannot give the lists that are settled
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
        return new RecommendationService(serving, EventStores.open(settings.eventsPlace(place)), clock, notes);
    }

    /**
     * What whoever opened the service should know: that the shop is not that of the training, or its categories
     * changed.
     */
    public List<String> notes() {
        return notes;
    }

    /** The model that is served now. A request reads it once, and takes all it needs from it. */
    public ServingModel model() {
        return current;
    }

    /**
     * Serves another model from the next request on.
     *
     * @return the model that was served until now
     * @throws IllegalArgumentException when its shop hashes user ids otherwise, so that no stored event would be found
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

    /** A request, now, of a user by the shop's own id. */
    public UserRequest request(ServingModel model, String rawId) {
        History history = new LiveHistories(model.shop(), store).of(model.user(rawId));
        return new UserRequest(model, history, clock.instant().getEpochSecond());
    }

    /** Stores events; throws as {@link EventStore#append}. From then on the requests of their users know them. */
    public EventStore.Appended append(List<Event> events) {
        return store.append(events);
    }

    /** How many live events are stored; throws as {@link EventStore#size}. */
    public long storedEvents() {
        return store.size();
    }

    /** Closes the event store. */
    @Override
    public void close() {
        store.close();
    }
}
