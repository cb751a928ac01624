package io.polyphony.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final Assignment CHOSEN = new Assignment(Map.of("fusion", "late", "lr", 0.5, "width", 64));

    @Test
    void is_alike_whatever_the_order_and_the_type_of_its_numbers() {
        assertThat(CHOSEN.alike(new Assignment(Map.of("width", 64.0, "lr", 0.5f, "fusion", "late"))))
                .isTrue();
        assertThat(new Assignment(Map.of("x", 0.0)).alike(new Assignment(Map.of("x", -0.0))))
                .isTrue();
    }

    @Test
    void is_not_alike_where_a_value_or_a_name_differs_or_is_missing() {
        assertThat(CHOSEN.alike(new Assignment(Map.of("fusion", "late", "lr", 0.5, "width", 65))))
                .isFalse();
        assertThat(CHOSEN.alike(new Assignment(Map.of("fusion", "late", "lr", 64, "width", 0.5))))
                .isFalse();
        assertThat(CHOSEN.alike(new Assignment(Map.of("fusion", "late", "lr", 0.5))))
                .isFalse();
        assertThat(CHOSEN.alike(new Assignment(Map.of("fusion", "late", "lr", 0.5, "depth", 64))))
                .isFalse();
        assertThat(new Assignment(Map.of("x", "1")).alike(new Assignment(Map.of("x", 1))))
                .isFalse();
    }

    @Test
    void what_was_not_chosen_is_as_usual() {
        assertThat(CHOSEN.text("fusion", "early")).isEqualTo("late");
        assertThat(CHOSEN.text("sharing", "hard")).isEqualTo("hard");
        assertThat(CHOSEN.real("lr", 1)).isEqualTo(0.5);
        assertThat(CHOSEN.real("dropout", 0.1)).isEqualTo(0.1);
        assertThat(CHOSEN.integer("width", 1)).isEqualTo(64);
        assertThat(CHOSEN.integer("depth", 1)).isEqualTo(1);
    }

    @Test
    void never_changes() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> CHOSEN.values().put("lr", 1.0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> CHOSEN.values().keySet().remove("lr"));
        assertThat(CHOSEN.values()).isEqualTo(Map.of("fusion", "late", "lr", 0.5, "width", 64L));
    }
}
