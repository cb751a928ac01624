package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImagePatches;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is tried first where there are pictures. */
class PictureRecipesTest {
    private static final DataFacts FEW = facts(TaskType.MULTICLASS, 1000);

    private static DataFacts facts(TaskType type, long rows) {
        return new DataFacts(
                List.of(Modality.IMAGE),
                new TaskFacts(List.of("y"), Set.of(type), false),
                rows,
                new MediaFacts(0, 100, 3, 0, 0));
    }

    private static List<EncoderSpec> first(DataFacts facts, Map<Modality, List<String>> allowed) {
        return trials(facts, allowed).stream()
                .map(trial -> EncoderChoices.spec(Modality.IMAGE, trial))
                .toList();
    }

    private static List<Assignment> trials(DataFacts facts, Map<Modality, List<String>> allowed) {
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, allowed, "random", "none", true, 10);
        return FirstTrials.of(DefaultSpace.of(facts, choices), facts);
    }

    /** Two blocks see ten pixels of a picture: what is larger is not recognised. */
    @Test
    void large_pictures_begin_with_a_network_that_sees_more_than_their_details() {
        assertThat(first(FEW, Map.of()).getFirst()).isEqualTo(new ImageCnn(64, 3, 16, 4, 0.2, Light.ABSOLUTE));
    }

    @Test
    void pictures_begin_with_convolutions_then_typical_patches() {
        assertThat(first(FEW, Map.of()).getFirst()).isInstanceOf(ImageCnn.class);
        assertThat(first(FEW, Map.of()).get(1)).isEqualTo(new ImagePatches(32, 3, Light.ABSOLUTE, 128, 64, 0.5));
        assertThat(first(FEW, Map.of(Modality.IMAGE, List.of(Knobs.CNN)))).hasOnlyElementsOfType(ImageCnn.class);
        assertThat(first(FEW, Map.of(Modality.IMAGE, List.of(Knobs.PATCHES))))
                .hasOnlyElementsOfType(ImagePatches.class);
    }

    @Test
    void masks_and_boxes_are_drawn_on_what_is_seen_at_every_scale() {
        for (var type : List.of(TaskType.SEGMENTATION, TaskType.DETECTION)) {
            assertThat(first(facts(type, 1000), Map.of())).hasOnlyElementsOfType(ImageCnn.class);
            assertThat(facts(type, 1000).takes(Modality.IMAGE, "onnx:mine")).isFalse();
            assertThat(EncoderChoices.taken(Modality.IMAGE, facts(type, 1000)))
                    .containsExactly(Knobs.CNN, Knobs.RESNET_10, Knobs.RESNET_18);
        }
    }

    @Test
    void what_is_drawn_is_varied_first_and_then_left_as_it_is_and_always_seen_in_its_surroundings() {
        var trials = trials(facts(TaskType.SEGMENTATION, 1000), Map.of());
        assertThat(trials).hasSizeGreaterThan(2);
        assertThat(trials.get(0).real(Knobs.MEDIA_AUGMENT)).isEqualTo(1);
        assertThat(trials.get(1).real(Knobs.MEDIA_AUGMENT)).isZero();
        assertThat(trials).allMatch(trial -> trial.integer(Knobs.IMAGE_BLOCKS) == 4);
    }

    /** 18 numbers for each. */
    @Test
    void many_pictures_are_compared_with_fewer_patches_so_that_a_quarter_of_a_gigabyte_holds_all() {
        for (long rows : new long[] {10, 20_000, 60_000, 200_000}) {
            int words = ((ImagePatches)
                            first(facts(TaskType.BINARY, rows), Map.of()).get(1))
                    .words();
            assertThat(words).isBetween(16, 128);
            assertThat(words == 16 || rows * words * 18 * 4 <= 256L << 20).isTrue();
            assertThat(words == 128 || rows * 2 * words * 18 * 4 > 256L << 20).isTrue();
        }
    }
}
