package io.polyphony.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void a_log_gets_a_line_for_every_twentieth() {
        var progress = new Progress(out, false);

        for (int i = 0; i <= 1000; i++) {
            progress.show(i / 1000.0, "step " + i);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(21);
    }

    @Test
    void a_terminal_gets_one_line_rewritten() {
        var progress = new Progress(out, true);

        progress.show(0.25, "a quarter");
        progress.show(0.5, "a half");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("[######..................]  25 %  a quarter")
                .endsWith("[############............]  50 %  a half")
                .doesNotContain("\n");
    }
}
