package io.polyphony.backend.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    /** Linux gives no process a greater number than 2^22. */
    private static final long NOBODY = 999_999_999L;

    private static final long OURSELVES = 1_000_000_000L;

    @TempDir
    Path spool;

    @Test
    void what_dead_processes_left_goes_and_what_living_ones_receive_stays() throws IOException {
        var left = part(String.valueOf(NOBODY));
        var ours = part(String.valueOf(OURSELVES));
        var living = part(String.valueOf(ProcessHandle.current().pid()));
        var loose = Files.writeString(spool.resolve("3f0c-upload"), "half a file");
        Spool.clear(spool, OURSELVES);
        assertThat(left.getParent()).doesNotExist();
        assertThat(ours).doesNotExist();
        assertThat(loose).doesNotExist();
        assertThat(living).hasContent("half a file");
    }

    @Test
    void a_home_without_uploads_is_fine() {
        Spool.clear(spool.resolve("none"), OURSELVES);
        assertThat(spool).isEmptyDirectory();
    }

    private Path part(String owner) throws IOException {
        return Files.writeString(Files.createDirectory(spool.resolve(owner)).resolve("part"), "half a file");
    }
}
