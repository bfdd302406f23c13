package org.crossaisle.cli.option;

import java.nio.file.Path;
import org.crossaisle.io.shop.Shop;
import picocli.CommandLine.Option;

/** The option for the shop of a command. */
public final class ShopOption {
    @Option(names = "--shop", required = true, paramLabel = "DIR", description = "The shop directory, made by import.")
    public Path directory;

    public Shop open() {
        return Shop.open(directory, secret());
    }

    /** The secret for hashing user ids: the environment variable CROSSAISLE_USER_KEY, or empty. */
    public static String secret() {
        String secret = System.getenv("CROSSAISLE_USER_KEY");
        return secret == null ? "" : secret;
    }
}
