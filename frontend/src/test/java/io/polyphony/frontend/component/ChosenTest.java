package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChosenTest {
    @Test
    void a_way_to_train_is_called_as_the_wizard_calls_it() {
        assertThat(Chosen.title("label_smoothing")).isEqualTo("Label smoothing");
        assertThat(Chosen.value("label_smoothing", 0.0)).isEqualTo("Off");
        assertThat(Chosen.value("schedule", "one_cycle")).isEqualTo("One cycle");
        assertThat(Chosen.title("freeze.text")).isEqualTo("Frozen encoders: text");
        assertThat(Chosen.value("freeze.text", 0L)).isEqualTo("Never");
    }

    @Test
    void everything_else_is_told_as_it_is() {
        assertThat(Chosen.title("head")).isEqualTo("Hidden units of heads");
        assertThat(Chosen.value("head", 64L)).isEqualTo("64");
        assertThat(Chosen.value("learning_rate", 0.003)).isEqualTo("0.0030");
        assertThat(Chosen.value("image_encoder", "cnn")).isEqualTo("CNN");
        assertThat(Chosen.title("weight.liked")).isEqualTo("Weight: liked");
        assertThat(Chosen.title("weight.Recommended IND")).isEqualTo("Weight: Recommended IND");
    }
}
