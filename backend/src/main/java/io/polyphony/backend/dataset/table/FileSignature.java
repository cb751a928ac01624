package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Tells well-known binary formats by their first bytes, so that the refusal can say what the file really is. */
public final class FileSignature {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("PK\003\004", "ZIP archive"),
            Map.entry("PK\005\006", "empty ZIP archive"),
            Map.entry("\037\213", "gzip file"),
            Map.entry("PAR1", "Parquet file"),
            Map.entry("ARROW1", "Arrow file"),
            Map.entry("\u0089PNG", "PNG image"),
            Map.entry("\u00ff\u00d8\u00ff", "JPEG image"),
            Map.entry("GIF8", "GIF image"),
            Map.entry("RIFF", "WAV or WebP file"),
            Map.entry("II*\000", "TIFF image"),
            Map.entry("MM\000*", "TIFF image"),
            Map.entry("%PDF", "PDF document"),
            Map.entry("\u00d0\u00cf\u0011\u00e0", "old Excel or Word document"),
            Map.entry("7z\u00bc\u00af", "7-Zip archive"),
            Map.entry("Rar!", "RAR archive"),
            Map.entry("\u0028\u00b5\u002f\u00fd", "Zstandard file"),
            Map.entry("\u0089HDF", "HDF5 file"),
            Map.entry("SQLite format 3", "SQLite database"),
            Map.entry("\u0093NUMPY", "NumPy array"),
            Map.entry("\u0080\004\u0095", "Python pickle"),
            Map.entry("<?xml", "document in XML"),
            Map.entry("<html", "web page"),
            Map.entry("<!DOCTYPE", "web page"),
            Map.entry("<table", "web page"),
            Map.entry("<stata_dta>", "Stata file"),
            Map.entry("@relation", "ARFF file"),
            Map.entry("@RELATION", "ARFF file"));

    private FileSignature() {}

    /** Whether these are the first bytes of a ZIP archive, empty ones included. */
    public static boolean isZip(byte[] head) {
        return startsWith(head, "PK\003\004") || startsWith(head, "PK\005\006");
    }

    static void refuseIfKnown(String file, byte[] head) {
        KNOWN.forEach((signature, what) -> {
            if (startsWith(head, signature)) {
                throw new ImportRefused(FieldProblem.in(
                        file,
                        null,
                        null,
                        "The file is %s %s, not a table.\nMaybe save it as CSV or JSON Lines, or put it into a ZIP beside a table that names it."
                                .formatted("aeioAEIO".indexOf(what.charAt(0)) < 0 ? "a" : "an", what)));
            }
        });
    }

    private static boolean startsWith(byte[] head, String signature) {
        var bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }
}
