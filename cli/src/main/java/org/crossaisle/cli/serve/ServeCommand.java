package org.crossaisle.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.DialOptions;
import org.crossaisle.io.recipe.ModelShop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves recommendations over HTTP. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves a model over HTTP, with a page to try it at / and the API described at /docs. New events are"
                        + " stored and used for the user's next list.",
        footer = {
            "",
            "Examples:",
            "  crossaisle serve --model mymodel",
            "  crossaisle serve --model mymodel --shop myshop --events events.sqlite --port 9000",
            "  crossaisle serve --model mymodel --cross-share calibrated --window 2/5@0",
            "  crossaisle serve --model mymodel --allowed-host shop.example",
            "  curl 'http://127.0.0.1:8080/v1/users/u0000007/recommendations?count=5&crossShare=0.4'",
            "",
            "--scope, --cross-share, --level, --exclude-categories, --diversity and --window set the defaults for"
                    + " all lists; a request may override them.",
            "There is no authentication yet, so it listens on this machine only unless --host says otherwise."
        })
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model, made by train.")
    private Path model;

    @Option(names = "--shop", paramLabel = "DIR", description = "The shop; default: the one the model was trained on.")
    private @Nullable Path shop;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "The file that stores new events; default: live/events.sqlite in the shop directory.")
    private @Nullable Path events;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description =
                    "Another host name of this server besides localhost and --host, such as that of a gateway in front of"
                            + " it. May be repeated.")
    private @Nullable List<String> allowedHosts;

    @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private DialOptions dial;

    @Override
    public Integer call() {
        directory("--model", model);
        Path place = shop == null ? ModelShop.ofModel(model).directory() : shop;
        if (shop == null && !Files.isDirectory(place)) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    "the model was trained on the shop " + place
                            + ", which is not a directory; use --shop to name another");
        }
        directory("--shop", place);
        ServerProcess.Settings settings = new ServerProcess.Settings(
                model,
                Optional.ofNullable(shop),
                Optional.ofNullable(events),
                host,
                port,
                allowedHosts == null ? List.of() : allowedHosts,
                dial.texts());
        return Serving.run(
                settings,
                place.toString(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private static void directory(String what, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, what + " is " + directory + ", which is not a directory");
        }
    }
}
