package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.AudioFunctionals;
import io.polyphony.engine.encoder.AudioPatches;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImagePatches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoundRecipesTest {
    private static List<EncoderSpec> first(Modality of, Map<Modality, List<String>> encoders, Modality... modalities) {
        var facts = new DataFacts(
                List.of(modalities),
                new TaskFacts(List.of("who"), Set.of(TaskType.MULTICLASS), false),
                300,
                new MediaFacts(0, 28, 1, 2, 16_000));
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, encoders, "random", "none", true, 10);
        return FirstTrials.of(DefaultSpace.of(facts, choices), facts).stream()
                .map(trial -> EncoderChoices.spec(of, trial))
                .toList();
    }

    @Test
    void sounds_begin_with_convolutions_then_with_what_takes_a_second() {
        var first = first(Modality.AUDIO, Map.of(), Modality.AUDIO);
        assertThat(first.getFirst()).isInstanceOf(AudioCnn.class);
        assertThat(first.get(1)).isEqualTo(new AudioFunctionals(40, 16_000, 256, 0.2));
        assertThat(first.get(2)).isInstanceOf(AudioPatches.class);
    }

    @Test
    void beside_them_pictures_take_no_longer() {
        assertThat(first(Modality.IMAGE, Map.of(), Modality.IMAGE, Modality.AUDIO)
                        .get(1))
                .isInstanceOf(ImagePatches.class);
    }

    @Test
    void who_wants_convolutions_alone_has_them() {
        assertThat(first(Modality.AUDIO, Map.of(Modality.AUDIO, List.of(Knobs.CNN)), Modality.AUDIO))
                .hasOnlyElementsOfType(AudioCnn.class);
    }
}
