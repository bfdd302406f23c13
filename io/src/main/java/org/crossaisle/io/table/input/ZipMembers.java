package org.crossaisle.io.table.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The tables in a zip file. */
final class ZipMembers {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String OPEN_DOCUMENT = "META-INF/manifest.xml";
    private static final int FLAGS = 6; // offset of the flags in the first local header
    private static final int ENCRYPTED = 1;

    private ZipMembers() {}

    /** True when the file begins as a zip file does. Reads nothing from pipes. */
    static boolean isZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] < 9 && first[2] == first[3] - 1;
        }
    }

    /** True when the zip file is an Excel workbook. */
    static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = zip(file)) {
            return zip.getEntry(WORKBOOK) != null;
        }
    }

    /**
     * The members that may be tables, in natural order.
     *
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when there are none, or the file is encrypted or no archive
     */
    static List<Part> of(Path file) throws IOException {
        String name = Part.nameOf(file);
        try (InputStream in = Files.newInputStream(file);
                ZipFile zip = zip(file)) {
            byte[] header = in.readNBytes(FLAGS + 1);
            if (header.length > FLAGS && (header[FLAGS] & ENCRYPTED) != 0) {
                throw Unreadable.because(name + " is encrypted; unpack it first: unzip '" + name + "'");
            }
            if (zip.getEntry(OPEN_DOCUMENT) != null && zip.getEntry("mimetype") != null) {
                throw Unreadable.because(name + " is an OpenDocument file; save it as .xlsx or CSV, or convert it:"
                        + " libreoffice --convert-to csv '" + name + "'");
            }
            List<String> members = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .map(ZipEntry::getName)
                    .filter(entry -> !SourceParts.isSkipped(entry.substring(entry.lastIndexOf('/') + 1)))
                    .sorted(NaturalOrder.INSTANCE)
                    .toList();
            if (members.isEmpty()) {
                throw Unreadable.because(name + " is a zip file without a table");
            }
            List<Part> parts = new ArrayList<>();
            members.forEach(member -> parts.add(part(file, member)));
            return parts;
        }
    }

    static Part part(Path file, String member) {
        return new Part(Part.nameOf(file) + "!" + member, Optional.of(file), Optional.of(member));
    }

    static SourceBytes open(Path file, String member) throws IOException {
        ZipFile zip = zip(file);
        boolean kept = false;
        try {
            ZipEntry entry = zip.getEntry(member);
            if (entry == null) {
                throw Unreadable.because(Part.nameOf(file) + " has no member " + member + ". Found: "
                        + String.join(
                                ", ",
                                zip.stream().map(ZipEntry::getName).limit(10).toList()));
            }
            InputStream in = new FilterInputStream(zip.getInputStream(entry)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
            SourceBytes bytes = new SourceBytes(in, entry.getSize());
            kept = true; // the stream closes it
            return bytes;
        } finally {
            if (!kept) {
                zip.close();
            }
        }
    }

    /** Names of members that are no UTF-8 are read byte by byte. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }
}
