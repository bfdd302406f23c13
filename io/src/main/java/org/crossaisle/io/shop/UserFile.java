package org.crossaisle.io.shop;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.crossaisle.OwnerOnly;
import org.crossaisle.history.UserId;

/**
 * The file with the users of a shop: their count, then 16 bytes of hashed id for each, in the order of user numbers. A
 * JSON file next to it holds the columns that were kept from the users table.
 */
public final class UserFile {
    static final String NAME = "users.bin";
    private static final String ATTRIBUTES = "user-attributes.json";

    /** The JSON form of the attributes of users, by user number. */
    record Attributes(SortedMap<Integer, SortedMap<String, String>> ofUsers) {}

    private UserFile() {}

    public static void write(Path data, UserNumbers users, SortedMap<Integer, SortedMap<String, String>> attributes)
            throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(OwnerOnly.stream(data.resolve(NAME)), 1 << 16))) {
            out.writeInt(users.size());
            for (int user = 0; user < users.size(); user++) {
                UserId id = users.id(user);
                out.writeLong(id.high());
                out.writeLong(id.low());
            }
        }
        OwnerOnly.write(data.resolve(ATTRIBUTES), ShopDirectory.JSON.writeValueAsBytes(new Attributes(attributes)));
    }

    static UserNumbers read(Path data) throws IOException {
        UserNumbers users = new UserNumbers();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(data.resolve(NAME)), 1 << 16))) {
            int size = in.readInt();
            for (int user = 0; user < size; user++) {
                users.add(new UserId(in.readLong(), in.readLong()));
            }
        }
        return users;
    }

    static SortedMap<Integer, SortedMap<String, String>> attributes(Path data) throws IOException {
        return ShopDirectory.JSON
                .readValue(Files.readAllBytes(data.resolve(ATTRIBUTES)), Attributes.class)
                .ofUsers();
    }
}
