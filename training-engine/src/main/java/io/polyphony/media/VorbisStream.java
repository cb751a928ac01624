package io.polyphony.media;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;

/** The first stream of an Ogg file, packet by packet (Vorbis I specification, 4). */
final class VorbisStream {
    private static final int HEADERS = 3;

    private final SyncState pages = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    /** Samples up to the end of the last page, as far as that tells it. */
    private long end;

    VorbisStream(byte[] file) {
        pages.init();
        int at = pages.buffer(file.length);
        System.arraycopy(file, 0, pages.data, at, file.length);
        pages.wrote(file.length);
    }

    /** @throws IOException when it is no Vorbis sound, damaged, without samples or with too many */
    Sound read() throws IOException {
        if (pages.pageout(page) != 1) {
            throw new IOException("the Ogg file is damaged: it has no page");
        }
        stream.init(page.serialno());
        stream.pagein(page);
        var info = info();
        var decoder = new DspState();
        decoder.synthesis_init(info);
        var block = new Block(decoder);
        var samples = new Samples("Ogg Vorbis", info.channels, 0);
        while (nextPacket()) {
            if (block.synthesis(packet) == 0) {
                decoder.synthesis_blockin(block);
                take(decoder, info.channels, samples);
            }
        }
        // The last block is longer than what is left to say.
        int behind = end > 0 ? (int) Math.max(0, samples.length() - end) : 0;
        return samples.sound(info.rate, 0, behind);
    }

    private Info info() throws IOException {
        var info = new Info();
        var comment = new Comment();
        info.init();
        comment.init();
        for (int header = 0; header < HEADERS; header++) {
            if (!nextPacket() || info.synthesis_headerin(comment, packet) < 0) {
                throw new IOException("the Ogg file holds no Vorbis sound that can be read; save it as WAV or FLAC");
            }
        }
        return info;
    }

    /** Whether there is one; a hole in the stream is passed over, and so are pages of other streams. */
    private boolean nextPacket() {
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

    private static void take(DspState decoder, int channels, Samples samples) throws IOException {
        var decoded = new float[1][][];
        var from = new int[channels];
        for (int count = decoder.synthesis_pcmout(decoded, from);
                count > 0;
                count = decoder.synthesis_pcmout(decoded, from)) {
            samples.add(decoded[0], from, count);
            decoder.synthesis_read(count);
        }
    }
}
