package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.data.Modality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderFormTest {
    @ParameterizedTest
    @CsvSource({
        "ResNet 18.ONNX, resnet-18",
        "mobilenet_v3.small.onnx, mobilenet_v3.small",
        "-_x (1).onnx, x-1-",
        "Ä.onnx, ''"
    })
    void a_file_proposes_its_name_as_far_as_it_may_be_one(String file, String name) {
        assertThat(EncoderForm.proposed(file)).isEqualTo(name);
    }

    @Test
    void a_long_name_is_cut() {
        assertThat(EncoderForm.proposed("x".repeat(99) + ".onnx")).hasSize(60);
    }

    @Test
    void what_is_read_follows_the_kind_of_input() {
        assertThat(new FrozenInputFields(Modality.IMAGE).read())
                .isInstanceOfSatisfying(
                        FrozenInput.Pictures.class,
                        read -> assertThat(read.shape()).containsExactly(3, 224, 224));
        assertThat(new FrozenInputFields(Modality.AUDIO).read()).isEqualTo(new FrozenInput.Sounds(16_000, 16_000));
        assertThat(new FrozenInputFields(Modality.TEXT).read()).isEqualTo(new FrozenInput.Texts(128, true));
        assertThat(new FrozenInputFields(Modality.TEXT).vocabulary()).isNull();
        assertThat(new FrozenInputFields(Modality.TABULAR).read()).isEqualTo(new FrozenInput.Cells(1));
    }

    @Test
    void numbers_have_commas_or_blanks_between_them() {
        var field = new TextField("Mean of each channel");
        assertThat(FrozenInputFields.list(field)).isEmpty();
        field.setValue("0.485, 0.456 0.406");
        assertThat(FrozenInputFields.list(field)).containsExactly(0.485, 0.456, 0.406);
        field.setValue("0.5, half");
        assertThatThrownBy(() -> FrozenInputFields.list(field))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The field (Mean of each channel) has (0.5, half), but needs a number");
    }
}
