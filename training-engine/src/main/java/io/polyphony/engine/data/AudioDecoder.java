package io.polyphony.engine.data;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import io.polyphony.media.Sounds;
import java.io.IOException;

/** Files of sound to recordings; several channels are averaged. */
final class AudioDecoder {

    private AudioDecoder() {}

    static Recording decode(byte[] bytes) throws MalformedMedia {
        try {
            var sound = Sounds.read(bytes);
            return new Recording(sound.rate(), sound.mono());
        } catch (IOException e) {
            throw new MalformedMedia(String.valueOf(e.getMessage()), e);
        }
    }
}
