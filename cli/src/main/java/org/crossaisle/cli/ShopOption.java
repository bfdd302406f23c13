package org.crossaisle.cli;

import java.nio.file.Path;
import org.crossaisle.io.shop.Shop;
import picocli.CommandLine.Option;

/** The shop a verb works on. */
final class ShopOption {
    @Option(names = "--shop", required = true, paramLabel = "DIR", description = "The shop directory, made by import.")
    Path directory;

    Shop open() {
        return Shop.open(directory, secret());
    }

    /** What keys the hash of user ids: the environment variable CROSSAISLE_USER_KEY, or nothing. */
    static String secret() {
        String secret = System.getenv("CROSSAISLE_USER_KEY");
        return secret == null ? "" : secret;
    }
}
