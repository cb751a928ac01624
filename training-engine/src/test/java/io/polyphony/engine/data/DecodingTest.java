package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.media.FlacFile;
import io.polyphony.media.JpegFile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodingTest {
    /** Files of a column, counting how often each is read. */
    private static final class Counted implements FileReader {
        private final byte[][] files;
        private final boolean known;
        private final AtomicInteger reads = new AtomicInteger();
        private final Map<String, Decoded> kept = new ConcurrentHashMap<>();

        Counted(boolean known, byte[]... files) {
            this.files = files;
            this.known = known;
        }

        @Override
        public byte[] read(int row) {
            reads.incrementAndGet();
            return files[row];
        }

        @Override
        public @Nullable String content(int row) {
            return known ? DecodedCache.content(files[row]) : null;
        }

        @Override
        public DecodedCache decoded() {
            return new DecodedCache() {
                @Override
                public Optional<Decoded> find(String key) {
                    return Optional.ofNullable(kept.get(key));
                }

                @Override
                public void keep(String key, Decoded decoded) {
                    kept.put(key, decoded);
                }
            };
        }

        Table table() {
            return Samples.table(Map.of("file", new Column.Files(files.length, this)));
        }
    }

    private static byte[] sound(double hertz) {
        return Samples.wav(8000, 16, 2, Samples.sine(8000, hertz, 0.5));
    }

    @Test
    void rows_come_in_their_order_on_the_thread_that_asked_while_several_are_under_way() {
        var second = new CountDownLatch(1);
        var order = new ArrayList<Integer>();
        var thread = Thread.currentThread();
        Decoding.<Integer>each(
                IntStream.range(0, 100).toArray(),
                row -> row == 7
                        ? null
                        : () -> {
                            if (row == 1) {
                                second.countDown();
                            }
                            return row;
                        },
                (place, decoded) -> {
                    assertThat(Thread.currentThread()).isSameAs(thread);
                    assertThat(decoded).isEqualTo(place == 7 ? null : (Integer) place);
                    order.add(place);
                });
        assertThat(order).isSorted().hasSize(100);
        assertThat(second.getCount()).isZero();
    }

    @Test
    void what_was_kept_is_neither_read_nor_decoded_again_and_gives_the_same_numbers() {
        for (var known : new boolean[] {true, false}) {
            var files = new Counted(known, sound(400), sound(900), sound(400));
            var input = FeaturizerContract.over(Modality.AUDIO, "file");
            var spec = new LogMelFeatures(16, 24, 8000);
            var rows = new int[] {0, 1, 2};
            var first = Featurizers.fit(spec, files.table(), input, rows).apply(files.table(), rows);
            assertThat(files.kept).as("equal files are kept once").hasSize(2);
            int before = files.reads.get();
            var again = Featurizers.fit(spec, files.table(), input, rows).apply(files.table(), rows);
            assertThat(again).usingRecursiveComparison().isEqualTo(first);
            assertThat(files.kept).hasSize(2);
            assertThat(files.reads.get() - before)
                    .as("read for their rates, and where nobody knows their content")
                    .isEqualTo(known ? 3 : 3 * 3);
        }
    }

    @Test
    void other_settings_are_kept_apart() {
        var files = new Counted(true, sound(400), sound(900));
        var input = FeaturizerContract.over(Modality.AUDIO, "file");
        for (var mels : new int[] {16, 20}) {
            Featurizers.fit(new LogMelFeatures(mels, 24, 8000), files.table(), input, new int[] {0, 1});
        }
        assertThat(files.kept).hasSize(4);
        assertThat(DecodedCache.key("ab", "log-mel 8000 16"))
                .hasSize(64)
                .isNotEqualTo(DecodedCache.key("ab", "pixels"));
    }

    @Test
    void a_broken_file_is_named_with_its_row() {
        var files = Samples.files(sound(400), new byte[] {1, 2, 3}, FlacFile.of(8000, 16, new int[100]));
        var table = Samples.table(Map.of("file", files));
        var input = FeaturizerContract.over(Modality.AUDIO, "file");
        assertThatThrownBy(() -> Featurizers.fit(new LogMelFeatures(16, 24, 8000), table, input, new int[] {0, 1, 2}))
                .isInstanceOf(CorruptFile.class)
                .hasMessageContaining("(1.bin)")
                .hasMessageContaining("(file)")
                .hasMessageContaining("none of WAV, FLAC");
    }

    /** The same tone as WAV and FLAC, mono and stereo, at several rates: its power is in the same band. */
    @Test
    void sounds_of_any_kind_become_alike() throws MediaColumn.MalformedMedia {
        var mel = new MelSpectrogram(8000, 20);
        for (var rate : new int[] {8000, 16_000, 44_100, 48_000}) {
            var samples = Samples.sine(rate, 440, 0.2);
            var files = new ArrayList<byte[]>();
            for (var bits : new int[] {8, 16, 24, 32}) {
                files.add(Samples.wav(rate, bits, 2, samples));
            }
            var whole = IntStream.range(0, samples.length)
                    .map(i -> (int) Math.round(32_767 * samples[i]))
                    .toArray();
            files.add(FlacFile.of(rate, 16, whole, whole));
            files.add(FlacFile.of(rate, 16, whole));
            for (var file : files) {
                var recording = AudioDecoder.decode(file);
                assertThat(recording.rate()).isEqualTo(rate);
                var spectrogram = mel.of(recording.atRate(8000).samples());
                assertThat(spectrogram).hasSize(20 * mel.frames(1600));
                assertThat(mel.middles()[loudest(spectrogram, 5 * 20, 20)]).isCloseTo(440, within(80.0));
            }
        }
    }

    private static int loudest(float[] mel, int from, int bands) {
        int best = 0;
        for (int band = 1; band < bands; band++) {
            best = mel[from + band] > mel[from + best] ? band : best;
        }
        return best;
    }

    @Test
    void pictures_of_cameras_and_print_shops_are_read_upright_and_in_colour() {
        var wide = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 800).forEach(i -> wide.setRGB(i % 40, i / 40, 0xFF0000));
        var table = Samples.table(Map.of(
                "file",
                Samples.files(JpegFile.held(wide, 6, true), JpegFile.ofInks(20, 40, new int[] {255, 255, 0, 255}, 0))));
        var input = FeaturizerContract.over(Modality.IMAGE, "file");
        var featurizer = Featurizers.fit(new PixelFeatures(16, 3), table, input, new int[] {0, 1});
        assertThat(featurizer.reading(table, 0)).isEqualTo(new Reading.Pixels(0, 4, 16, 8));
        assertThat(featurizer.reading(table, 1)).isEqualTo(new Reading.Pixels(4, 0, 8, 16));
        var pixels = Samples.floats(featurizer.apply(table, new int[] {0, 1}), InputLayout.PIXELS);
        int middle = (8 * 16 + 8) * 3;
        assertThat(pixels[middle]).as("red of the first").isGreaterThan(pixels[middle + 1]);
        int second = 16 * 16 * 3 + middle;
        assertThat(pixels[second + 1])
                .as("green of the second, which is yellow")
                .isGreaterThan(pixels[middle + 1]);
    }
}
