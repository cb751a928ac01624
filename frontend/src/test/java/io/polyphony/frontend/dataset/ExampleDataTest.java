package io.polyphony.frontend.dataset;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExampleDataTest {
    @Test
    void every_example_is_in_the_build_with_its_licence() throws IOException {
        for (var example : ExampleData.ALL) {
            try (var data = example.open();
                    var told = requireNonNull(ExampleData.class.getResourceAsStream(
                            "/examples/%s/README.md".formatted(example.folder())))) {
                assertThat(data.readAllBytes()).as(example.file()).hasSizeGreaterThan(100_000);
                assertThat(new String(told.readAllBytes(), StandardCharsets.UTF_8))
                        .containsAnyOf("CC0", "CC BY");
            }
        }
    }
}
