package io.polyphony.media;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Opus in Ogg, as messengers write it (RFC 6716 and 7845), to samples; they are 48 000 a second, whatever was recorded. */
final class Opus implements SoundFormat {
    /** What its first packet begins with. */
    static final byte[] HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);

    private static final int HEAD_BYTES = 19;
    private static final int RATE = 48_000;
    /** The longest packet: 120 ms of each channel. */
    private static final int LONGEST = RATE * 120 / 1000;

    private static final int MOST_CHANNELS = 2;

    @Override
    public String name() {
        return "Opus";
    }

    @Override
    public String mediaType() {
        return "audio/opus";
    }

    @Override
    public List<String> endings() {
        return List.of("opus");
    }

    @Override
    public boolean marks(byte[] file) {
        return OggPackets.begins(file, HEAD);
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        var packets = new OggPackets(file);
        var head = head(packets);
        int channels = head.get(HEAD.length + 1);
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IOException("the Opus file has %d channels, of which at most %d are read; save it as WAV or FLAC"
                    .formatted(channels, MOST_CHANNELS));
        }
        try {
            var samples = decoded(packets, channels, head.getShort(HEAD.length + 8));
            long behind = packets.end() > 0 ? Math.max(0, samples.length() - packets.end()) : 0;
            return samples.sound(RATE, Short.toUnsignedInt(head.getShort(HEAD.length + 2)), (int) behind);
        } catch (OpusException damaged) {
            throw new IOException("the Opus file is damaged (%s)".formatted(damaged.getMessage()), damaged);
        }
    }

    /** What the stream says of itself; the packet behind it, its title, is passed over. */
    private static ByteBuffer head(OggPackets packets) throws IOException {
        if (!packets.next() || packets.packet().bytes < HEAD_BYTES) {
            throw new IOException("the Opus file is damaged: it does not say how many channels it has");
        }
        var packet = packets.packet();
        var bytes = new byte[packet.bytes];
        System.arraycopy(packet.packet_base, packet.packet, bytes, 0, bytes.length);
        packets.next();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param gain that is to be applied, in 1/256 decibel */
    private static Samples decoded(OggPackets packets, int channels, int gain) throws IOException, OpusException {
        var decoder = new OpusDecoder(RATE, channels);
        decoder.setGain(gain);
        var samples = new Samples("Opus", channels, 0);
        var turns = new short[LONGEST * channels];
        while (packets.next()) {
            var packet = packets.packet();
            int count = decoder.decode(packet.packet_base, packet.packet, packet.bytes, turns, 0, LONGEST, false);
            samples.addTurns(turns, count * channels);
        }
        return samples;
    }
}
