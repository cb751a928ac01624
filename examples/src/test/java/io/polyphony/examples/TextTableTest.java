package io.polyphony.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void text_stands_left_and_numbers_right() {
        var bytes = new ByteArrayOutputStream();
        var table = new TextTable(List.of("fusion", "auc"), List.of(List.of("gated", "0.93"), List.of("late", "0.9")));

        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("fusion  auc", "------------", "gated   0.93", "late     0.9");
    }
}
