package io.polyphony.backend.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    record Pair(String name, double value) {}

    @Test
    void what_is_written_is_read_again() {
        var pairs = List.of(new Pair("a", 0.1), new Pair("b", -2));
        assertThat(StoredJson.read(StoredJson.write(pairs), new TypeReference<List<Pair>>() {}))
                .isEqualTo(pairs);
    }

    @Test
    void what_a_newer_version_added_is_passed_over() {
        assertThat(StoredJson.read("{\"name\": \"a\", \"value\": 1, \"since\": 2}", Pair.class))
                .isEqualTo(new Pair("a", 1));
    }

    @Test
    void what_cannot_be_read_is_named() {
        assertThatThrownBy(() -> StoredJson.read("[1", Pair.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1");
    }

    @Test
    void what_has_no_json_form_is_named() {
        assertThatThrownBy(() -> StoredJson.write(Map.of("it", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it");
    }
}
