package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void objects_keep_their_order_and_leave_nulls_out() {
        assertThat(Json.object("b", 1, "a", null, "c", 2))
                .containsExactly(java.util.Map.entry("b", 1), java.util.Map.entry("c", 2));
    }

    @Test
    void a_key_without_value_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object("a")).withMessageContaining("pair");
    }

    @Test
    void what_is_not_finite_is_a_gap() {
        assertThat(Json.finite(Double.NaN)).isNull();
        assertThat(Json.finite(Double.POSITIVE_INFINITY)).isNull();
        assertThat(Json.finite(0.5)).isEqualTo(0.5);
    }
}
