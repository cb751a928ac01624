package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file: a byte order mark decides; else UTF-16 if every other byte is zero and none else; else UTF-8 if the whole file is valid UTF-8; else windows-1252,
 * which every byte sequence is. Files that are no text are refused.
 */
public final class TextEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private TextEncoding() {}

    /** @throws ImportRefused when the file is empty, no text, or begins as a file that is no delimited table */
    public static Charset detect(FileSource file) throws IOException {
        try (var in = file.open()) {
            var head = in.readNBytes(BUFFER);
            if (byMark(head) == null) {
                FileSignature.refuseIfKnown(file.name(), head);
            }
        }
        return detectAny(file);
    }

    /** @throws ImportRefused when the file is empty or no text */
    static Charset detectAny(FileSource file) throws IOException {
        try (var in = file.open()) {
            var head = in.readNBytes(BUFFER);
            if (head.length == 0) {
                throw refused(file, "The file is empty.\nMaybe the export failed, or the upload was cut off.");
            }
            var marked = byMark(head);
            if (marked != null) {
                return marked;
            }
            var wide = byZeros(head);
            if (wide != null) {
                return wide;
            }
            refuseControlBytes(file, head, head.length);
            return isUtf8(file, head, in) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    /** The text of a file without its byte order mark. */
    public static Reader reader(FileSource file, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(file.open(), charset), BUFFER);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static @Nullable Charset byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /** Latin letters in UTF-16 have a zero byte beside each: before it, or behind. */
    private static @Nullable Charset byZeros(byte[] head) {
        int pairs = head.length / 2;
        long before = IntStream.range(0, pairs).filter(i -> head[2 * i] == 0).count();
        long behind =
                IntStream.range(0, pairs).filter(i -> head[2 * i + 1] == 0).count();
        if (Math.min(before, behind) > 0 || 2 * Math.max(before, behind) < pairs) {
            return null;
        }
        return before > 0 ? StandardCharsets.UTF_16BE : behind > 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        return IntStream.range(0, mark.length).allMatch(i -> (head[i] & 0xFF) == mark[i]);
    }

    private static boolean isUtf8(FileSource file, byte[] head, InputStream rest) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(BUFFER + 8);
        var chars = CharBuffer.allocate(BUFFER + 8);
        var valid = feed(decoder, bytes, chars, head, head.length);
        var buffer = new byte[BUFFER];
        for (var n = rest.read(buffer); n > 0; n = rest.read(buffer)) {
            refuseControlBytes(file, buffer, n);
            valid = valid && feed(decoder, bytes, chars, buffer, n);
        }
        return valid && !decoder.decode(bytes.flip(), chars.clear(), true).isError();
    }

    private static boolean feed(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, byte[] data, int length) {
        bytes.put(data, 0, length).flip();
        // At most three bytes of a cut sequence stay behind, so the buffer never overflows while the text is valid.
        var result = decoder.decode(bytes, chars.clear(), false);
        bytes.compact();
        return !result.isError();
    }

    private static void refuseControlBytes(FileSource file, byte[] bytes, int length) {
        var control = 0;
        for (var i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw refused(
                        file,
                        "The file holds a zero byte, so it is no text.\nMaybe it is a binary file with the ending of a text file.");
            }
            control +=
                    bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t' ? 1 : 0;
        }
        if (control > length / 50 + 8) {
            throw refused(
                    file, "The file is no text: %d of %d bytes are control characters.".formatted(control, length));
        }
    }

    private static ImportRefused refused(FileSource file, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), null, null, detail));
    }
}
