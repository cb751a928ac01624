package io.polyphony.media;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first stream of an Ogg file, packet by packet (RFC 3533). */
final class OggPackets {
    private static final byte[] MARK = "OggS".getBytes(StandardCharsets.US_ASCII);
    /** The last of its bytes is the number of segments. */
    private static final int PAGE_HEAD = 27;

    private final SyncState pages = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    /** Samples up to the end of the last page, as far as that tells it. */
    private long end;

    /** @throws IOException when the file is cut off or has no page */
    OggPackets(byte[] file) throws IOException {
        requireWhole(file);
        pages.init();
        int at = pages.buffer(file.length);
        System.arraycopy(file, 0, pages.data, at, file.length);
        pages.wrote(file.length);
        if (pages.pageout(page) != 1) {
            throw new IOException("the Ogg file is damaged: it has no page");
        }
        stream.init(page.serialno());
        stream.pagein(page);
    }

    /** Whether a file begins with a page, and that with a packet that begins so. */
    static boolean begins(byte[] file, byte[] packet) {
        if (file.length < PAGE_HEAD || !Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length)) {
            return false;
        }
        int body = PAGE_HEAD + Byte.toUnsignedInt(file[PAGE_HEAD - 1]);
        return file.length >= body + packet.length
                && Arrays.equals(file, body, body + packet.length, packet, 0, packet.length);
    }

    /** The file is a row of pages that tell their lengths (RFC 3533, 6); the decoder would not miss the last ones. */
    private static void requireWhole(byte[] file) throws IOException {
        int at = 0;
        while (at + PAGE_HEAD <= file.length && Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
            int body = at + PAGE_HEAD + Byte.toUnsignedInt(file[at + PAGE_HEAD - 1]);
            int end = body;
            for (int segment = at + PAGE_HEAD; segment < Math.min(body, file.length); segment++) {
                end += Byte.toUnsignedInt(file[segment]);
            }
            at = end;
        }
        if (at > file.length || at < file.length && file.length - at < PAGE_HEAD) {
            throw new IOException("the Ogg file is cut off within a page");
        }
    }

    /** Whether there is one; a hole in the stream is passed over, and so are pages of other streams. */
    boolean next() {
        int found = stream.packetout(packet);
        while (found != 1) {
            if (found == 0 && !nextPage()) {
                return false;
            }
            found = stream.packetout(packet);
        }
        return true;
    }

    private boolean nextPage() {
        int found = pages.pageout(page);
        while (found < 0) {
            found = pages.pageout(page);
        }
        if (found == 1 && stream.pagein(page) == 0) {
            end = page.granulepos();
        }
        return found == 1;
    }

    /** The packet that {@link #next} found, until the next one. */
    Packet packet() {
        return packet;
    }

    /** Samples up to the end of the pages so far, as they count them; 0 or less where they do not. */
    long end() {
        return end;
    }
}
