package org.crossaisle.neural.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;

/**
 * The saved state of an interrupted training: weights, optimiser state, the best weights so far and the position, in
 * one file that is replaced atomically.
 *
 * <p>All random draws depend only on seed, epoch and step, so a training resumed from a checkpoint ends with the same
 * weights as one that was never interrupted. A checkpoint of other data, settings or seed is ignored and overwritten.
 * Without a directory nothing is written. Not thread-safe.
 */
final class Checkpoint {
    private static final String FILE = "training.checkpoint";
    private static final int FORMAT = 0x43584332;
    private static final long INTERVAL_NANOS = 60_000_000_000L;

    private final Optional<Path> directory;
    private final String identity;
    private final Adam adam;
    private final List<Tensor> parameters;
    private float[][] best = {}; // the parameters when validation was best
    private String stage = "fit";
    private long saved = System.nanoTime();

    /** @param identity distinguishes this training from all others */
    Checkpoint(Optional<Path> directory, String identity, Parameters parameters, Adam adam) {
        this.directory = directory;
        this.identity = identity;
        this.adam = adam;
        this.parameters = List.copyOf(parameters.all().values());
    }

    /** Records the current weights as the best so far. */
    void keepBest() {
        best = parameters.stream().map(Values::floats).toArray(float[][]::new);
    }

    /** Restores the best weights. */
    void restoreBest() {
        fill(parameters, best);
    }

    /** Whether there is a directory for checkpoints. */
    boolean isKept() {
        return directory.isPresent();
    }

    /** Whether the last checkpoint is a minute old. */
    boolean isDue() {
        return System.nanoTime() - saved > INTERVAL_NANOS;
    }

    /** Writes a checkpoint of the kind requested when this training began. */
    void save(TrainingPosition position) {
        save(stage, position);
    }

    /**
     * Writes a checkpoint.
     *
     * @param kind "fit" or "choose"
     */
    void save(String kind, TrainingPosition position) {
        if (directory.isEmpty()) {
            return;
        }
        Path file = directory.get().resolve(FILE);
        Path next = directory.get().resolve(FILE + ".next");
        try {
            OwnerOnly.directories(directory.get());
            try (FileChannel raw = OwnerOnly.channel(next);
                    DataOutputStream out =
                            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(raw), 1 << 20))) {
                out.writeInt(FORMAT);
                out.writeUTF(kind);
                out.writeUTF(identity);
                out.writeInt(position.epoch());
                out.writeInt(position.step());
                out.writeDouble(position.lossSum());
                out.writeInt(position.bestEpochs());
                out.writeDouble(position.best().ndcg());
                out.writeDouble(position.best().whole());
                out.writeInt(position.best().found());
                out.writeLong(adam.steps());
                write(out, parameters.stream().map(Values::floats).toList());
                write(out, adam.state().stream().map(Values::floats).toList());
                write(out, List.of(best));
                out.flush();
                raw.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, "the checkpoint " + file + " cannot be written: " + e, e);
        }
        saved = System.nanoTime();
    }

    /**
     * Restores weights and optimiser from the last checkpoint, if it belongs to this training.
     *
     * @param kind "fit" or "choose"
     */
    Optional<TrainingPosition> restore(String kind) {
        stage = kind;
        Optional<Path> file = directory.map(path -> path.resolve(FILE)).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get()), 1 << 20))) {
            if (in.readInt() != FORMAT
                    || !in.readUTF().equals(kind)
                    || !in.readUTF().equals(identity)) {
                return Optional.empty();
            }
            TrainingPosition position = new TrainingPosition(
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    in.readInt(),
                    new HoldoutScore(in.readDouble(), in.readDouble(), in.readInt()));
            adam.resume(in.readLong());
            fill(parameters, read(in));
            fill(adam.state(), read(in));
            best = read(in);
            return Optional.of(position);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    "the checkpoint " + file.get() + " cannot be read (" + e + "); delete it to train from the start",
                    e);
        }
    }

    /** Deletes the checkpoint of a finished training. */
    void delete() {
        try {
            if (directory.isPresent()) {
                Files.deleteIfExists(directory.get().resolve(FILE));
            }
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    "the checkpoint in " + directory + " cannot be deleted: " + e,
                    e);
        }
    }

    private static void fill(List<Tensor> tensors, float[][] values) {
        for (int at = 0; at < values.length; at++) {
            Values.fill(tensors.get(at), values[at]);
        }
    }

    private static void write(DataOutputStream out, List<float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(array);
            out.writeInt(array.length);
            out.write(bytes.array());
        }
    }

    private static float[][] read(DataInputStream in) throws IOException {
        List<float[]> arrays = new ArrayList<>();
        int count = in.readInt();
        for (int at = 0; at < count; at++) {
            float[] array = new float[in.readInt()];
            byte[] bytes = new byte[Float.BYTES * array.length];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(array);
            arrays.add(array);
        }
        return arrays.toArray(float[][]::new);
    }
}
