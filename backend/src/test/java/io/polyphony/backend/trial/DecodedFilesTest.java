package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.Decoded;
import io.polyphony.engine.data.DecodedCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedFilesTest {
    private static final String KEY = DecodedCache.key("ab", "pixels 8 3");
    private static final Decoded SOME = new Decoded(new int[] {2, 3}, new float[] {1, -2, 3.5f, 0, Float.MIN_VALUE, 6});

    @TempDir
    Path directory;

    private List<Path> files() throws IOException {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void what_is_kept_comes_back_bit_by_bit() throws IOException {
        var cache = new DecodedFiles(directory, 100);
        assertThat(cache.find(KEY)).isEmpty();
        cache.keep(KEY, SOME);
        assertThat(cache.find(KEY)).hasValueSatisfying(found -> {
            assertThat(found.shape()).containsExactly(2, 3);
            assertThat(found.values()).containsExactly(SOME.values());
        });
        assertThat(files()).hasSize(1);
        assertThat(cache.find(DecodedCache.key("ab", "pixels 8 1"))).isEmpty();
    }

    @Test
    void a_damaged_or_half_written_file_counts_as_missing_and_is_removed() throws IOException {
        var cache = new DecodedFiles(directory, 100);
        cache.keep(KEY, SOME);
        var file = files().getFirst();
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache.find(KEY)).as("%d bytes", length).isEmpty();
            assertThat(file).doesNotExist();
        }
        for (int at = 0; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            assertThat(cache.find(KEY)).as("byte %d", at).isEmpty();
        }
        cache.keep(KEY, SOME);
        assertThat(cache.find(KEY)).isPresent();
    }

    @Test
    void what_was_used_least_recently_goes_first() throws IOException {
        var cache = new DecodedFiles(directory, 1);
        var large = new Decoded(new int[] {100_000}, new float[100_000]);
        for (int i = 0; i < 10; i++) {
            cache.keep(key(i), large);
            Files.setLastModifiedTime(
                    directory.resolve(key(i).substring(0, 2)).resolve(key(i)),
                    FileTime.from(Instant.ofEpochSecond(1000 + i)));
            assertThat(cache.find(key(0))).as("used again and again").isPresent();
        }
        long bytes = 0;
        for (var file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThanOrEqualTo((11L << 20) / 10);
        assertThat(cache.find(key(9))).isPresent();
        assertThat(cache.find(key(1))).isEmpty();
    }

    private static String key(int i) {
        return DecodedCache.key("ab", "number " + i);
    }

    @Test
    void a_place_that_cannot_be_written_keeps_nothing_and_hurts_nobody() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");
        var cache = new DecodedFiles(file, 100);
        cache.keep(KEY, SOME);
        assertThat(cache.find(KEY)).isEmpty();
    }
}
