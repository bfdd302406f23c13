package org.crossaisle.neural.content.vector;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;

/**
 * An append-only file of the vectors that one encoder has computed.
 *
 * <p>A file left by a killed process is read up to its last complete record; the rest is cut off. A record with a wrong
 * checksum counts as absent, so its content is encoded and appended again. Only one process can open the file at a
 * time; others wait, and then find the vectors of the first. Only for the thread that opened it.
 */
final class VectorCache implements AutoCloseable {
    /* Big-endian. Header: magic, dimension. Record: SHA-256 of the content, the values, CRC-32 of both. */
    private static final int MAGIC = 0x43585631;
    static final int HEADER = 2 * Integer.BYTES;
    private static final int BLOCK = 1 << 20;

    /** Held while a cache is open, because closing any channel to a file releases all locks of the process on it. */
    private static final ReentrantLock ONE_IN_THE_PROCESS = new ReentrantLock();

    private final Path file;
    private final FileChannel channel;
    private int dimension; // 0 until a header is read or written

    private VectorCache(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the file of an encoder and creates it if it does not exist; waits while another process has it open.
     *
     * @param name name of the file, without its extension
     * @throws RecsException STORAGE_FAILED if it cannot be opened or is not a cache file
     */
    static VectorCache open(Path directory, String name, Progress progress) {
        Path file = directory.resolve(name + ".vectors");
        ONE_IN_THE_PROCESS.lock();
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel, file, progress);
            VectorCache cache = new VectorCache(file, channel);
            cache.readHeader();
            channel = null; // now owned by the cache, with the lock
            return cache;
        } catch (IOException e) {
            throw failed(file, e);
        } finally {
            if (channel != null) {
                closeAfterFailure(channel);
            }
        }
    }

    private static void closeAfterFailure(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written, and the exception that brought us here is about to be thrown
        } finally {
            ONE_IN_THE_PROCESS.unlock();
        }
    }

    private static void lock(FileChannel channel, Path file, Progress progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            try (Progress.Task waiting = progress.start("Waiting for another process to finish with " + file, -1, "")) {
                channel.lock();
                waiting.reached(0);
            }
        }
    }

    private void readHeader() throws IOException {
        if (channel.size() < HEADER) {
            channel.truncate(0);
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (header.hasRemaining() && channel.read(header, header.position()) >= 0) {
            // until the header is complete
        }
        header.flip();
        int magic = header.getInt();
        dimension = header.getInt();
        if (magic != MAGIC || dimension < 1) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    file
                            + " is not a cache of vectors, or is one of another version; delete it or use another directory");
        }
    }

    private long recordSize() {
        return ContentHash.BYTES + (long) Float.BYTES * dimension + Integer.BYTES;
    }

    /** The cached vectors among those requested. */
    Map<ContentHash, float[]> read(Set<ContentHash> wanted) {
        Map<ContentHash, float[]> found = new HashMap<>();
        if (dimension == 0) {
            return found;
        }
        try {
            long records = (channel.size() - HEADER) / recordSize();
            channel.truncate(HEADER + records * recordSize());
            channel.position(HEADER);
            // Not closed, because that would close the channel.
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BLOCK));
            byte[] record = new byte[Math.toIntExact(recordSize())];
            for (long at = 0; at < records; at++) {
                in.readFully(record);
                take(record, wanted, found);
            }
            return found;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private void take(byte[] record, Set<ContentHash> wanted, Map<ContentHash, float[]> found) {
        ByteBuffer fields = ByteBuffer.wrap(record);
        ContentHash hash = ContentHash.of(fields);
        if (wanted.contains(hash) && checksum(record) == fields.getInt(record.length - Integer.BYTES)) {
            float[] vector = new float[dimension];
            fields.asFloatBuffer().get(vector);
            found.put(hash, vector);
        }
    }

    /** Appends a vector; once this method has returned, the vector survives a kill of the process. */
    void append(ContentHash hash, float... vector) {
        try {
            if (dimension == 0) {
                dimension = vector.length;
                write(ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(dimension), 0);
            }
            if (vector.length != dimension) {
                throw new IllegalArgumentException("a vector has " + vector.length + " values, must have " + dimension
                        + " like all others in " + file);
            }
            ByteBuffer record = ByteBuffer.allocate(Math.toIntExact(recordSize()));
            hash.put(record);
            for (float value : vector) {
                record.putFloat(value);
            }
            record.putInt(checksum(record.array()));
            write(record, channel.size());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
    }

    private static int checksum(byte... record) {
        CRC32 crc = new CRC32();
        crc.update(record, 0, record.length - Integer.BYTES);
        return (int) crc.getValue();
    }

    private static RecsException failed(Path file, IOException cause) {
        return new RecsException(
                RecsException.Code.STORAGE_FAILED,
                "the cache of vectors " + file + " cannot be read or written: " + cause,
                cause);
    }

    @Override
    public void close() {
        try {
            channel.force(false);
            channel.close();
        } catch (IOException e) {
            throw failed(file, e);
        } finally {
            ONE_IN_THE_PROCESS.unlock();
        }
    }
}
