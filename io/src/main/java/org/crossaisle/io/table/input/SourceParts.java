package org.crossaisle.io.table.input;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Finds the parts of a table from what a user names: files, directories of parts, patterns, members of zip files, or
 * {@code -} for standard input. A name is taken literally if there is such a file, whatever characters it contains.
 *
 * <p>In directories, and among the matches of a pattern, markers and hidden files are skipped: names that begin with
 * {@code _} or a dot, and {@code .crc} files. Parts are in natural order of their names.
 */
public final class SourceParts {
    /** The name of standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String MEMBER = "!";
    private static final String ANY_DEPTH = "**";
    private static final Comparator<Path> BY_NAME = Comparator.comparing(Path::toString, NaturalOrder.INSTANCE);

    /** Directories in which not every file belongs to the current table. */
    private static final List<String> LAKES = List.of("_delta_log", ".hoodie");

    private SourceParts() {}

    /**
     * The parts, at least one.
     *
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when there is no such file or no part in it
     */
    public static List<Part> of(List<String> names) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            try {
                parts.addAll(of(name));
            } catch (IOException e) {
                throw Unreadable.failed(name, e);
            }
        }
        return parts.size() == 1 ? parts : named(parts);
    }

    private static List<Part> of(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return List.of(Part.STANDARD_INPUT);
        }
        Path path = Path.of(name);
        if (Files.exists(path)) {
            return existing(path);
        }
        Optional<Part> member = member(name);
        if (member.isPresent()) {
            return List.of(member.get());
        }
        if (!isPattern(name)) {
            throw Unreadable.because(name + " does not exist");
        }
        List<Path> matches = matches(path);
        List<Part> parts = new ArrayList<>();
        for (Path match : matches) {
            parts.addAll(existing(match));
        }
        if (parts.isEmpty()) {
            throw Unreadable.because("no file matches " + name);
        }
        return parts;
    }

    private static List<Part> existing(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return directory(path);
        }
        if (ZipMembers.isZip(path) && !ZipMembers.isWorkbook(path)) {
            return ZipMembers.of(path);
        }
        return List.of(Part.of(path));
    }

    private static List<Part> directory(Path directory) throws IOException {
        for (String lake : LAKES) {
            if (Files.exists(directory.resolve(lake))) {
                throw Unreadable.because(directory + " contains " + lake
                        + ": not each of its files belongs to the current table. Export the table as plain files.");
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Path child : children(directory)) {
            if (Files.isDirectory(child)) {
                throw Unreadable.because(directory + " contains the directory " + child.getFileName()
                        + "; expected parts only. Name the parts by a pattern: '" + directory + "/**'");
            }
            parts.addAll(existing(child));
        }
        if (parts.isEmpty()) {
            throw Unreadable.because(directory + " contains no part of a table");
        }
        return parts;
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> !isSkipped(String.valueOf(child.getFileName())))
                    .sorted(BY_NAME)
                    .toList();
        }
    }

    static boolean isSkipped(String name) {
        return name.startsWith("_") || name.startsWith(".") || name.endsWith(".crc");
    }

    private static Optional<Part> member(String name) {
        for (int at = name.indexOf(MEMBER); at > 0; at = name.indexOf(MEMBER, at + 1)) {
            Path file = Path.of(name.substring(0, at));
            if (Files.isRegularFile(file)) {
                return Optional.of(ZipMembers.part(file, name.substring(at + 1)));
            }
        }
        return Optional.empty();
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
    }

    /** The files and directories that a pattern matches, component by component. */
    private static List<Path> matches(Path pattern) throws IOException {
        List<Path> found = List.of(pattern.isAbsolute() ? pattern.getRoot() : Path.of(""));
        for (int at = 0; at < pattern.getNameCount(); at++) {
            String component = pattern.getName(at).toString();
            boolean last = at == pattern.getNameCount() - 1;
            List<Path> next = new ArrayList<>();
            for (Path parent : found) {
                next.addAll(step(parent, component, last));
            }
            found = next;
        }
        return found;
    }

    private static List<Path> step(Path parent, String component, boolean last) throws IOException {
        Path literal = parent.resolve(component);
        if (Files.exists(literal)) {
            return List.of(literal);
        }
        if (!isPattern(component) || !Files.isDirectory(parent.toAbsolutePath())) {
            return List.of();
        }
        if (component.equals(ANY_DEPTH)) {
            return below(parent, last);
        }
        PathMatcher matcher = matcher(component);
        List<Path> matching = new ArrayList<>();
        for (Path child : children(parent)) {
            if (matcher.matches(child.getFileName())) {
                matching.add(child);
            }
        }
        return matching;
    }

    /** The directory and all directories below it, or, at the end of a pattern, all files. */
    private static List<Path> below(Path directory, boolean files) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!files) {
            found.add(directory);
        }
        for (Path child : children(directory)) {
            if (Files.isDirectory(child)) {
                found.addAll(below(child, files));
            } else if (files) {
                found.add(child);
            }
        }
        return found;
    }

    private static PathMatcher matcher(String component) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + component);
        } catch (PatternSyntaxException e) {
            throw Unreadable.because("\"" + component + "\" is not a valid pattern: " + e.getDescription(), e);
        }
    }

    /** Names several parts so that they can be told apart: below the directory that they have in common. */
    private static List<Part> named(List<Part> parts) {
        Path common = null;
        for (Part part : parts) {
            Path parent = part.file()
                    .map(file -> file.toAbsolutePath().normalize().getParent())
                    .orElse(null);
            if (parent != null) {
                common = common == null ? parent : common(common, parent);
            }
        }
        List<Part> named = new ArrayList<>();
        for (Part part : parts) {
            if (common == null || part.file().isEmpty()) {
                named.add(part);
            } else {
                String below = String.valueOf(
                        common.relativize(part.file().get().toAbsolutePath().normalize()));
                named.add(part.named(
                        below + part.member().map(member -> MEMBER + member).orElse("")));
            }
        }
        return named;
    }

    private static Path common(Path a, Path b) {
        Path common = a;
        while (!b.startsWith(common)) {
            Path parent = common.getParent();
            if (parent == null) {
                break;
            }
            common = parent;
        }
        return common;
    }
}
