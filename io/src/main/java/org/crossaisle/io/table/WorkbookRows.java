package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.csv.HeaderNames;
import org.crossaisle.io.table.input.Part;
import org.crossaisle.io.table.input.SourceBytes;
import org.crossaisle.io.table.input.Unreadable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads a sheet of an Excel workbook (.xlsx): the one that is named, else the first that is visible. The first row with
 * any text is the header. The line of a row is its number in the sheet.
 */
final class WorkbookRows implements RowReader {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final long MAXIMUM_TEXT_BYTES = 1L << 29; // they are held in memory

    private final Part part;
    private final SourceBytes file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final HeaderNames header;
    private final List<String> otherSheets;
    private final String sheetName;
    private List<String> fields = List.of();
    private Optional<String> fault = Optional.empty();
    private Optional<Row> ahead = Optional.empty();
    private long line;
    private long errors;
    private long rounded;
    private boolean ended;

    WorkbookRows(Part part, Path path, TableOptions options) throws IOException {
        this.part = part;
        if (!options.unnest().isEmpty()) {
            throw Unreadable.because(name() + " is an Excel workbook, which has no lists to unnest; leave --unnest out,"
                    + " or give it to one table: --unnest events=" + options.unnest());
        }
        checkTexts(path);
        ReadableWorkbook opened = open(path);
        boolean kept = false;
        try {
            Sheet sheet = sheet(opened);
            sheetName = sheet.getName();
            otherSheets = opened.getSheets()
                    .filter(other -> other.getIndex() != sheet.getIndex())
                    .map(Sheet::getName)
                    .toList();
            stream = sheet.openStream();
            rows = stream.iterator();
            header = header(options.noHeader());
            file = new Part(part.name(), part.file(), Optional.empty()).open();
            workbook = opened;
            kept = true;
        } catch (ExcelReaderException e) {
            throw broken(e);
        } finally {
            if (!kept) {
                opened.close();
            }
        }
    }

    static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(WORKBOOK) != null;
        }
    }

    private void checkTexts(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry texts = zip.getEntry(TEXTS);
            if (texts != null && texts.getSize() > MAXIMUM_TEXT_BYTES) {
                throw Unreadable.because(name() + " holds " + texts.getSize() + " bytes of texts, at most "
                        + MAXIMUM_TEXT_BYTES + " are read from a workbook; save the sheet as CSV");
            }
        }
    }

    private ReadableWorkbook open(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException e) {
            throw broken(e);
        }
    }

    private Sheet sheet(ReadableWorkbook opened) {
        if (part.member().isPresent()) {
            return opened.findSheet(part.member().get())
                    .orElseThrow(() -> Unreadable.because(fileName() + " has no sheet "
                            + part.member().get()
                            + ". Found: "
                            + String.join(
                                    ", ", opened.getSheets().map(Sheet::getName).toList())));
        }
        return opened.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> Unreadable.because(name() + " has no visible sheet"));
    }

    private String fileName() {
        return part.file().map(path -> String.valueOf(path.getFileName())).orElse("");
    }

    private HeaderNames header(boolean absent) {
        Row first = nextRow().orElseThrow(() -> Unreadable.because(name() + " is empty"));
        HeaderNames.checkCount(name(), first.getCellCount());
        if (absent) {
            ahead = Optional.of(first);
            return HeaderNames.numbered(first.getCellCount());
        }
        List<String> names = texts(first);
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return HeaderNames.of(names);
    }

    /** The next row with any text. */
    private Optional<Row> nextRow() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (texts(row).stream().anyMatch(text -> !text.isEmpty())) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException e) {
            throw broken(e);
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell == null ? "" : WorkbookCell.text(cell));
        }
        return texts;
    }

    private RecsException broken(ExcelReaderException e) {
        return Unreadable.because(
                name() + " cannot be read as an Excel workbook" + (line == 0 ? "" : " on after row " + line) + ": "
                        + e.getMessage(),
                e);
    }

    @Override
    public boolean next() {
        Optional<Row> next = ahead.or(this::nextRow);
        ahead = Optional.empty();
        if (next.isEmpty()) {
            ended = true;
            return false;
        }
        Row row = next.get();
        line = row.getRowNum();
        fields = texts(row);
        for (Cell cell : row) {
            errors += cell != null && WorkbookCell.isError(cell) ? 1 : 0;
            rounded += cell != null && WorkbookCell.isRounded(cell) ? 1 : 0;
        }
        int used = fields.size();
        while (used > 0 && fields.get(used - 1).isEmpty()) {
            used--;
        }
        int columns = header.names().size();
        fault = used > columns ? Optional.of(used + " fields where the header has " + columns) : Optional.empty();
        return true;
    }

    @Override
    public String text(int column) {
        return fault.isPresent() || column >= fields.size() ? "" : fields.get(column);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(header.notes());
        if (!otherSheets.isEmpty()) {
            notes.add("only the sheet " + sheetName + " is read, not " + String.join(", ", otherSheets)
                    + "; another is named by " + fileName() + "!SHEET");
        }
        if (errors > 0) {
            notes.add(String.format("%,d cells with an error such as #N/A are read as empty", errors));
        }
        if (rounded > 0) {
            notes.add(String.format(
                    "%,d numbers have more than 15 digits, which a spreadsheet does not keep: their last digits are lost",
                    rounded));
        }
        return notes;
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public String format() {
        return "Excel";
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Optional<String> fault() {
        return fault;
    }

    @Override
    public long bytesRead() {
        return ended ? file.size() : 0;
    }

    @Override
    public long bytesTotal() {
        return file.size();
    }

    @Override
    public String sha256() {
        try {
            return file.sha256();
        } catch (IOException e) {
            throw Unreadable.because(name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (SourceBytes bytes = file;
                ReadableWorkbook open = workbook) {
            stream.close();
        } catch (IOException e) {
            throw Unreadable.because(name() + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
