package org.crossaisle.neural.tune;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a search: an append-only file whose first line describes the search and whose other lines are
 * {@link TrialOutcome}s. An outcome that was added is on disk. An incomplete last line, left by a crash, is dropped.
 * Only one process can open the log at a time.
 */
public final class TrialLog implements AutoCloseable {
    private static final String FILE = "trials.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final FileChannel channel;
    private final List<TrialOutcome> outcomes = new ArrayList<>();

    private TrialLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the log in a directory, creating both if they do not exist.
     *
     * @param searched identifies this search; differences are reported in this order
     * @throws RecsException if the directory holds another search, is in use, or cannot be read
     */
    public static TrialLog open(Path directory, Map<String, String> searched) {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                TrialLog log = new TrialLog(file, channel);
                log.claim();
                log.read(searched);
                return log;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.STORAGE_FAILED, file + " cannot be opened: " + e, e);
        }
    }

    private void claim() throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " is in use: another search writes there");
        }
    }

    private void read(Map<String, String> searched) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        String complete = text.substring(0, text.lastIndexOf('\n') + 1);
        channel.truncate(complete.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        List<String> lines = complete.lines().toList();
        if (lines.isEmpty()) {
            add(searched);
            return;
        }
        for (int line = 0; line < lines.size(); line++) {
            try {
                if (line == 0) {
                    requireSame(
                            JSON.readValue(lines.get(0), new TypeReference<LinkedHashMap<String, String>>() {}),
                            searched);
                } else {
                    outcomes.add(JSON.readValue(lines.get(line), TrialOutcome.class));
                }
            } catch (JacksonException e) {
                throw new RecsException(
                        RecsException.Code.STORAGE_FAILED,
                        file + ":" + (line + 1) + ": expected a line of a search: " + e.getOriginalMessage(),
                        e);
            }
        }
    }

    private void requireSame(Map<String, String> stored, Map<String, String> current) {
        Set<String> keys = new LinkedHashSet<>(current.keySet());
        keys.addAll(stored.keySet());
        for (String key : keys) {
            String before = stored.getOrDefault(key, "nothing");
            String now = current.getOrDefault(key, "nothing");
            if (!before.equals(now)) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        file + " holds another search: its " + key + " is " + before + ", now it is " + now
                                + "; use the options it was started with, or another --out");
            }
        }
    }

    /** The outcomes so far, in order of arrival. */
    public List<TrialOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** Appends an outcome; it is on disk when this method returns. */
    public void append(TrialOutcome outcome) {
        try {
            add(outcome);
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e, e);
        }
        outcomes.add(outcome);
    }

    private void add(Object line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.close(); // which releases the lock
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.STORAGE_FAILED, file + " cannot be closed: " + e, e);
        }
    }
}
