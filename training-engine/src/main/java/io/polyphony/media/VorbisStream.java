package io.polyphony.media;

import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;

/** The Vorbis sound of an Ogg file (Vorbis I specification, 4). */
final class VorbisStream {
    private static final int HEADERS = 3;

    private final OggPackets packets;

    /** @throws IOException when the file is cut off or has no page */
    VorbisStream(byte[] file) throws IOException {
        packets = new OggPackets(file);
    }

    /** @throws IOException when it is no Vorbis sound, damaged, without samples or with too many */
    Sound read() throws IOException {
        var info = info();
        var decoder = new DspState();
        decoder.synthesis_init(info);
        var block = new Block(decoder);
        var samples = new Samples("Ogg Vorbis", info.channels, 0);
        while (packets.next()) {
            if (block.synthesis(packets.packet()) == 0) {
                decoder.synthesis_blockin(block);
                take(decoder, info.channels, samples);
            }
        }
        // The last block is longer than what is left to say.
        int behind = packets.end() > 0 ? (int) Math.max(0, samples.length() - packets.end()) : 0;
        return samples.sound(info.rate, 0, behind);
    }

    private Info info() throws IOException {
        var info = new Info();
        var comment = new Comment();
        info.init();
        comment.init();
        for (int header = 0; header < HEADERS; header++) {
            if (!packets.next() || info.synthesis_headerin(comment, packets.packet()) < 0) {
                throw new IOException(
                        "the Ogg file holds neither Vorbis nor Opus sound that can be read; save it as WAV or FLAC");
            }
        }
        return info;
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
