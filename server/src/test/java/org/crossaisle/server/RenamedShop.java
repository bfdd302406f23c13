package org.crossaisle.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same, imported again after the training with the department Sports renamed. It starts after the others. */
public final class RenamedShop extends TrainedShop {
    public RenamedShop() {
        super("itemknn");
    }

    @Override
    public int order() {
        return super.order() + 2;
    }

    @Override
    boolean change(Path items) throws IOException {
        Files.writeString(items, Files.readString(items).replace("Sports>", "Outdoors>"));
        return true;
    }
}
