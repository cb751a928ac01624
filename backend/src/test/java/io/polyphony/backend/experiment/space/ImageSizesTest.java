package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizesTest {
    /** No picture is enlarged beyond its own size, and steps that change next to nothing are left out. */
    @ParameterizedTest
    @CsvSource({
        "8,'16'",
        "28,'28'",
        "64,'64'",
        "68,'64'",
        "96,'64,96'",
        "128,'64,128'",
        "140,'64,128'",
        "160,'64,128,160'",
        "256,'64,128,224'",
        "4000,'64,128,224'"
    })
    void pictures_are_seen_in_sizes_up_to_their_own(int pixels, String sizes) {
        assertThat(sizes(facts(pixels, 500, TaskType.BINARY), Map.of())).isEqualTo(sizes);
    }

    /** 128 x 128 pixels of three channels, 4 bytes each, are 0.2 MB. */
    @ParameterizedTest
    @CsvSource({"1000,'64,128,224'", "2000,'64,128'", "4000,'64,128'", "5000,'64'", "1000000,'64'"})
    void sizes_of_which_memory_does_not_hold_all_rows_are_left_out(int rows, String sizes) {
        assertThat(sizes(facts(256, rows, TaskType.BINARY), Map.of())).isEqualTo(sizes);
    }

    @Test
    void a_person_says_which_sizes() {
        assertThat(sizes(facts(256, 500, TaskType.BINARY), Map.of(Knobs.IMAGE_SIZE, List.of("224", "32"))))
                .isEqualTo("32,224");
        assertThat(sizes(facts(256, 100_000, TaskType.BINARY), Map.of(Knobs.IMAGE_SIZE, List.of("128"))))
                .isEqualTo("128");
    }

    /** What is drawn is as fine as what is seen, and every trial draws alike. */
    @Test
    void masks_and_boxes_are_drawn_as_finely_as_is_allowed() {
        var facts = facts(256, 500, TaskType.SEGMENTATION);
        assertThat(sizes(facts, Map.of())).isEqualTo("128");
        assertThat(sizes(facts(40, 500, TaskType.DETECTION), Map.of())).isEqualTo("40");
        assertThat(sizes(facts, Map.of(Knobs.IMAGE_SIZE, List.of("64")))).isEqualTo("64");
        assertThat(sizes(facts, Map.of(Knobs.IMAGE_SIZE, List.of("224")))).isEqualTo("224");
        assertThat(samples(space(facts, Map.of())).map(ImageSizes::stride)).containsOnly(1);
    }

    @Test
    void a_search_begins_with_few_pixels_and_soon_tries_more() {
        var facts = facts(256, 500, TaskType.BINARY);
        var first = FirstTrials.of(space(facts, Map.of()), facts);

        assertThat(EncoderChoices.spec(Modality.IMAGE, first.get(0)))
                .isEqualTo(new ImageCnn(64, 3, 16, 4, 0.2, Light.ABSOLUTE));
        assertThat(EncoderChoices.spec(Modality.IMAGE, first.get(2)))
                .isEqualTo(new ImageCnn(128, 3, 16, 4, 0.2, Light.ABSOLUTE, 2));
        assertThat(first.stream().skip(3).map(a -> a.integer(Knobs.IMAGE_SIZE))).containsOnly(64);

        var large = Map.of(Knobs.IMAGE_SIZE, List.of("128", "224"));
        assertThat(FirstTrials.of(space(facts, large), facts).getFirst().integer(Knobs.IMAGE_SIZE))
                .isEqualTo(128);
    }

    /** A stem keeps the grid on which convolutions work as it is for few pixels. */
    @Test
    void larger_pictures_have_stems() {
        var facts = facts(256, 500, TaskType.BINARY);
        var choices = new SearchChoices(
                SearchChoices.FUSIONS,
                SearchChoices.LOSS_WEIGHTINGS,
                Map.of(Modality.IMAGE, List.of("resnet10")),
                "random",
                "none",
                true,
                10);
        assertThat(samples(DefaultSpace.of(facts, choices))
                        .map(a -> (ImageResNet) EncoderChoices.spec(Modality.IMAGE, a))
                        .map(net -> net.size() + " by " + net.stride()))
                .containsOnly("64 by 1", "128 by 2", "224 by 4");
    }

    /** Trials of searches from before there was a choice, and those of masks. */
    @Test
    void what_says_nothing_of_a_grid_has_no_stem() {
        assertThat(ImageSizes.stride(new Assignment(Map.of(Knobs.IMAGE_SIZE, 128))))
                .isEqualTo(1);
    }

    private static String sizes(DataFacts facts, Map<String, List<String>> training) {
        return String.join(
                ",",
                samples(space(facts, training))
                        .map(assignment -> assignment.integer(Knobs.IMAGE_SIZE))
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    private static DataFacts facts(int pixels, long rows, TaskType type) {
        return new DataFacts(
                List.of(Modality.IMAGE),
                new TaskFacts(List.of("seen"), Set.of(type), false),
                rows,
                new MediaFacts(0, pixels, 3, 0, 0));
    }

    private static SearchSpace space(DataFacts facts, Map<String, List<String>> training) {
        return DefaultSpace.of(
                facts,
                new SearchChoices(
                        List.of("late"), List.of("equal"), Map.of(), training, "random", "none", true, 10, "none"));
    }

    private static Stream<Assignment> samples(SearchSpace space) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(100);
    }
}
