package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoneReturnsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100})
    void it_matters_not_how_much_is_read_at_once(int length) throws IOException {
        assertThat(read("a\r\nb\rc\r\n\rd\r\r\n", length)).isEqualTo("a\r\nb c\r\n d \r\n");
        assertThat(read("a\nb\rc\r", length)).isEqualTo("a\nb c\r");
        assertThat(read("a\rb\nc\r\nd\r", length)).isEqualTo("a\rb\nc\r\nd\r");
        assertThat(read("\r", length)).isEqualTo("\r");
        assertThat(read("", length)).isEmpty();
    }

    private static String read(String text, int length) throws IOException {
        var all = new StringBuilder();
        var buffer = new char[length];
        try (var reader = new LoneReturns(new StringReader(text))) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                all.append(buffer, 0, count);
            }
        }
        return all.toString();
    }
}
