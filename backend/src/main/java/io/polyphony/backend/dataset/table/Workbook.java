package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (Office Open XML) of a file. Its packed bytes are in memory while it is read, and so are its texts. */
final class Workbook {
    private static final int MOST_PACKED = 256 << 20;
    private static final long MOST_UNPACKED = 8L << 30;
    private static final long MOST_TEXTS = 512L << 20;
    private static final String TEXTS = "sharedStrings.xml";

    private Workbook() {}

    /** Does something with the rows of a sheet that have cells. */
    @FunctionalInterface
    interface Use {
        /** @return whether the next row is wanted */
        boolean row(Row row);
    }

    /**
     * Walks the one sheet that has cells.
     *
     * @throws ImportRefused when several have, when none has, or when it cannot be read
     */
    static void walk(FileSource file, Use use) throws IOException {
        var bytes = checked(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
                var rows = sheet(file, workbook).openStream()) {
            rows.filter(Workbook::hasCells).takeWhile(use::row).forEach(_ -> {});
        } catch (ExcelReaderException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw damaged(file, e);
        }
    }

    private static boolean hasCells(Row row) {
        return row.stream().anyMatch(cell -> cell != null && ExcelCell.text(cell) != null);
    }

    private static Sheet sheet(FileSource file, ReadableWorkbook workbook) throws IOException {
        var filled = new ArrayList<Sheet>();
        for (var sheet : workbook.getSheets().toList()) {
            try (var rows = sheet.openStream()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && rows.anyMatch(Workbook::hasCells)) {
                    filled.add(sheet);
                }
            }
        }
        if (filled.size() != 1) {
            throw refused(file, filled.isEmpty() ? "The workbook has no sheet with cells." : several(filled));
        }
        return filled.getFirst();
    }

    private static String several(List<Sheet> sheets) {
        return "The workbook has %d sheets with cells (%s), so that it is not clear which is the table.\nMaybe keep one of them, hide the others, or save that one as CSV."
                .formatted(sheets.size(), sheets.stream().map(Sheet::getName).collect(Collectors.joining(", ")));
    }

    /** What it unpacks to is counted before anything is believed that it says. */
    private static byte[] checked(FileSource file) throws IOException {
        byte[] bytes;
        try (var in = file.open()) {
            bytes = in.readNBytes(MOST_PACKED + 1);
        }
        if (bytes.length > MOST_PACKED) {
            throw tooLarge(file);
        }
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            long all = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                long most = entry.getName().endsWith(TEXTS) ? MOST_TEXTS : MOST_UNPACKED;
                long size = unpacked(zip.getInputStream(entry), most);
                all += size;
                if (size > most || all > MOST_UNPACKED) {
                    throw tooLarge(file);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
        return bytes;
    }

    /** Bytes of an entry, counted until they are more than the most. */
    private static long unpacked(InputStream entry, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int n = entry.read(buffer); n >= 0 && size <= most; n = entry.read(buffer)) {
            size += n;
        }
        return size;
    }

    private static ImportRefused tooLarge(FileSource file) {
        return refused(file, "The workbook is too large to be read.\nMaybe save its sheet as CSV.");
    }

    private static ImportRefused damaged(FileSource file, Exception why) {
        return refused(
                file,
                "The workbook cannot be read (%s).\nMaybe it is damaged; else save its sheet as CSV."
                        .formatted(why.getMessage()));
    }

    private static ImportRefused refused(FileSource file, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), null, null, detail));
    }
}
