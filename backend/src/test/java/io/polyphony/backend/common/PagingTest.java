package io.polyphony.backend.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void a_cursor_survives_its_text_form() {
        var id = Ids.next();
        var at = Instant.parse("2026-11-21T01:02:03.456789Z");
        var cursor = Cursor.parse(Cursor.of(7L, 0.1, id, at, "a/b c").text());
        assertThat(cursor.number(0)).isEqualTo(7);
        assertThat(cursor.real(1)).isEqualTo(0.1);
        assertThat(cursor.id(2)).isEqualTo(id);
        assertThat(cursor.instant(3)).isEqualTo(at);
        assertThat(cursor.string(4)).isEqualTo("a/b c");
    }

    @Test
    void a_foreign_cursor_is_malformed_not_a_crash() {
        assertThatThrownBy(() -> Cursor.parse("!!!"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("!!!");
        assertThatThrownBy(() -> Cursor.of("x").number(0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Cursor.of("x").instant(3)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_page_has_a_cursor_only_when_rows_follow() {
        var request = PageRequest.of(2, null);
        assertThat(request.page(List.of(1, 2), Cursor::of).next()).isNull();
        var page = request.page(List.of(1, 2, 3), Cursor::of);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.next()).isEqualTo(Cursor.of(2).text());
    }

    @Test
    void limits_are_bounded() {
        assertThatThrownBy(() -> PageRequest.of(0, null)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PageRequest.of(1001, null)).hasMessageContaining("1001");
        assertThat(PageRequest.of(null, null).fetch()).isEqualTo(51);
    }
}
