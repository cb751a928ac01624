package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokenUploadTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    DatasetService datasets;

    @TestHTTPResource("/api/v1/datasets/broken/content")
    URI target = URI.create("http://localhost");

    @Test
    void a_stream_that_breaks_off_leaves_nothing() throws IOException {
        var ann = team.user();
        var project = team.project(ann);
        var head =
                "PUT %s?project=%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 50000000\r\n\r\n"
                        .formatted(target.getPath(), project, target.getAuthority(), team.token(ann));
        try (var socket = new Socket(target.getHost(), target.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write("a,b\n1,2\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().until(() -> received() == 1);
        }
        await().until(() -> received() == 0);
        assertThat(datasets.list(ann, project, PageRequest.first(10)).items()).isEmpty();
    }

    /** Files that are being received. */
    private static long received() {
        var incoming = PolyphonyHome.current().resolve("cache/incoming");
        if (!Files.isDirectory(incoming)) {
            return 0;
        }
        try (var files = Files.list(incoming)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
