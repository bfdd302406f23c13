package org.crossaisle.io.table.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One input of a table: a file, a member of a zip file, a sheet of a workbook, or standard input.
 *
 * @param name how messages call it
 * @param file the file; empty for standard input
 * @param member the name of the member or sheet within the file
 */
public record Part(String name, Optional<Path> file, Optional<String> member) {
    static final Part STANDARD_INPUT = new Part("standard input", Optional.empty(), Optional.empty());

    static Part of(Path file) {
        return new Part(nameOf(file), Optional.of(file), Optional.empty());
    }

    static String nameOf(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }

    Part named(String other) {
        return new Part(other, file, member);
    }

    /** The name by which the format is known: that of the member or of the file. Empty for standard input. */
    public String fileName() {
        return member.or(() -> file.map(Part::nameOf)).orElse("");
    }

    /** The file, when it is a file on disk that can be read at any position. */
    public Optional<Path> seekable() {
        return file.filter(Files::isRegularFile);
    }

    /** Opens the bytes of the file, of the member of a zip file, or standard input. */
    public SourceBytes open() throws IOException {
        if (file.isEmpty()) {
            return new SourceBytes(System.in, SourceBytes.UNKNOWN);
        }
        if (member.isPresent()) {
            return ZipMembers.open(file.get(), member.get());
        }
        long size = Files.isRegularFile(file.get()) ? Files.size(file.get()) : SourceBytes.UNKNOWN;
        return new SourceBytes(Files.newInputStream(file.get()), size);
    }
}
