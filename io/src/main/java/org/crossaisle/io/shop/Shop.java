package org.crossaisle.io.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.UserId;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.provenance.Provenance;
import tools.jackson.core.JacksonException;

/**
 * An imported shop: its catalog, its users and their histories. Everything is read on opening; a later import into the
 * same directory does not change it.
 *
 * <p>Immutable; threads may share it.
 */
@PublicApi
public final class Shop {
    /** Name of the events file in a data directory. */
    public static final String EVENTS = "events.parquet";

    private static final int ATTEMPTS = 3;

    private final Manifest manifest;
    private final UserKey key;
    private final UserNumbers users;
    private final SortedMap<Integer, SortedMap<String, String>> attributes;
    private final Dataset dataset;
    private final LastEvents last;

    private Shop(Manifest manifest, UserKey key, Path data) throws IOException, SQLException {
        this.manifest = manifest;
        this.key = key;
        this.users = UserFile.read(data);
        this.attributes = UserFile.attributes(data);
        InteractionRows rows = new InteractionRows(
                new Catalog(ItemFile.read(data), manifest.vocabulary()),
                users.size(),
                manifest.sessionGapSeconds(),
                manifest.collapse());
        this.dataset = rows.read(data.resolve(EVENTS));
        this.last = rows.lastEvents();
    }

    /**
     * Opens a shop.
     *
     * @param secret the secret it was imported with, empty when there was none
     * @throws RecsException SHOP_UNREADABLE when there is no shop or it is damaged; KEY_MISMATCH when it was imported
     *     with another secret
     */
    public static Shop open(Path directory, String secret) {
        for (int attempt = 1; ; attempt++) {
            Manifest manifest = manifest(directory);
            UserKey key = key(directory, manifest, secret);
            Path data = directory.resolve(manifest.data());
            try {
                return new Shop(manifest, key, data);
            } catch (IOException | SQLException | JacksonException | IllegalArgumentException e) {
                if (attempt == ATTEMPTS || Files.isDirectory(data)) {
                    throw new RecsException(
                            RecsException.Code.SHOP_UNREADABLE, data + " cannot be read: " + e.getMessage(), e);
                }
                // an import replaced the data in the meantime: read the new data
            }
        }
    }

    private static Manifest manifest(Path directory) {
        try {
            return ShopDirectory.manifest(directory)
                    .orElseThrow(() -> new RecsException(
                            RecsException.Code.SHOP_UNREADABLE,
                            directory + " has no " + ShopDirectory.MANIFEST + ": expected the directory of a shop"));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.SHOP_UNREADABLE, directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    public static UserKey key(Path directory, Manifest manifest, String secret) {
        UserKey key = new UserKey(HexFormat.of().parseHex(manifest.salt()), secret);
        if (!key.fingerprint().equals(manifest.keyFingerprint())) {
            throw new RecsException(
                    RecsException.Code.KEY_MISMATCH,
                    directory + " was imported with the user key " + manifest.keyFingerprint()
                            + ", but the secret given has the key " + key.fingerprint());
        }
        return key;
    }

    public String name() {
        return manifest.name();
    }

    /** True when the events were simulated. */
    public boolean simulated() {
        return manifest.report().simulated();
    }

    public Catalog catalog() {
        return dataset.catalog();
    }

    /**
     * The histories of all users. Returns are left out, and consecutive events of a user on one item in one session are
     * merged into one interaction with the strongest action, unless the import was set to keep them apart. A user
     * without kept events has an empty history.
     */
    public Dataset dataset() {
        return dataset;
    }

    /** The last event of each user, which their next event follows. */
    public LastEvents lastEvents() {
        return last;
    }

    /** The session gap in seconds: a longer pause begins a new session if the shop gave no session ids. */
    public long sessionGapSeconds() {
        return manifest.sessionGapSeconds();
    }

    /** True when consecutive events of a user on one item in one session are merged into one interaction. */
    public boolean collapses() {
        return manifest.collapse();
    }

    /** The names of actions that this shop's events may have: the known ones and those given at the import. */
    public ActionNames actionNames() {
        return manifest.names();
    }

    /** The number of the user with this shop id, empty when there is none. */
    public OptionalInt userNumber(String rawId) {
        return userNumber(key().hash(rawId));
    }

    public OptionalInt userNumber(UserId id) {
        return users.number(id);
    }

    public UserId userId(int number) {
        return users.id(number);
    }

    /** The names of the users table's columns that the import kept and for which some user has a value. */
    public SortedSet<String> userColumns() {
        SortedSet<String> names = new TreeSet<>();
        attributes.values().forEach(each -> names.addAll(each.keySet()));
        return names;
    }

    /** The attributes of a user that the import kept, by column; often empty. */
    public SortedMap<String, String> userAttributes(int number) {
        return new TreeMap<>(attributes.getOrDefault(number, new TreeMap<>()));
    }

    /** The 64-bit hash of a session id of this shop, as in {@link #lastEvents()}. */
    public static long session(UserKey key, String rawId) {
        return UserHashes.session(key, rawId);
    }

    /** The key for hashing user ids of this shop: a new copy, for one thread. */
    public UserKey key() {
        return key.copy();
    }

    public Provenance provenance() {
        return manifest.provenance().provenance();
    }

    public ImportReport report() {
        return manifest.report();
    }
}
