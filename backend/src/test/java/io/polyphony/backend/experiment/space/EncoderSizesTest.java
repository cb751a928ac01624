package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.FunctionalFeatures;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PatchFeatures;
import io.polyphony.engine.data.RocketFeatures;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.data.TfidfFeatures;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.ReadOut;
import io.polyphony.hpo.space.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of long recordings, texts, series and embeddings is read. */
class EncoderSizesTest {
    @ParameterizedTest(name = "{0} s are {1} frames")
    @CsvSource({"0.6, 64", "2, 200", "5, 200", "8, 200", "10, 256", "60, 512"})
    void recordings_are_heard_whole_up_to_twenty_seconds(double seconds, int frames) {
        var read = samples(Modality.AUDIO, seconds)
                .map(a -> EncoderChoices.spec(Modality.AUDIO, a).featurizer())
                .distinct();
        var mel = new LogMelFeatures(40, frames, 16_000);
        assertThat(read)
                .containsExactlyInAnyOrder(mel, new PatchFeatures(mel, 128), new FunctionalFeatures(40, 16_000));
    }

    @Test
    void an_embedding_keeps_all_its_numbers() {
        assertThat(samples(Modality.SERIES, 0)
                        .filter(a -> a.text(Knobs.SERIES_ENCODER).equals("vector")))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(((SeriesFeatures)
                                        EncoderChoices.spec(Modality.SERIES, a).featurizer())
                                .maxLength())
                        .isGreaterThanOrEqualTo(4096));
    }

    /** Of a thousand rows all, of many fewer, but one answer of each kernel at least. */
    @ParameterizedTest(name = "{0} rows")
    @CsvSource({"1000, 2016", "40000, 588", "400000, 84"})
    void of_many_series_fewer_answers_of_kernels_are_found(long rows, int answers) {
        var facts = new DataFacts(
                List.of(Modality.SERIES),
                new TaskFacts(List.of("load"), Set.of(TaskType.FORECAST), false),
                rows,
                MediaFacts.NONE);
        var choices = new SearchChoices(
                SearchChoices.FUSIONS,
                SearchChoices.LOSS_WEIGHTINGS,
                Map.of(Modality.SERIES, List.of(Knobs.MINIROCKET)),
                "random",
                "none",
                true,
                10);
        var sample = DefaultSpace.of(facts, choices).sample(new SplittableRandom(1));
        assertThat(EncoderChoices.spec(Modality.SERIES, sample).featurizer())
                .isInstanceOfSatisfying(
                        RocketFeatures.class,
                        rocket -> assertThat(rocket.features()).isEqualTo(answers));
    }

    @Test
    void pairs_of_words_may_be_counted() {
        assertThat(samples(Modality.TEXT, 0)
                        .filter(a -> a.text(Knobs.TEXT_ENCODER).equals(Knobs.TFIDF))
                        .map(a -> ((TfidfFeatures)
                                        EncoderChoices.spec(Modality.TEXT, a).featurizer())
                                .ngrams()))
                .contains(1, 2);
    }

    @Test
    void a_trial_of_before_there_were_pairs_counts_words() {
        var before = new Assignment(
                Map.of(Knobs.TEXT_ENCODER, Knobs.TFIDF, Knobs.TEXT_DIMENSION, 32, Knobs.TEXT_LENGTH, 40));

        assertThat(((TfidfFeatures) EncoderChoices.spec(Modality.TEXT, before).featurizer()).ngrams())
                .isEqualTo(1);
    }

    @Test
    void a_residual_network_of_before_there_were_grids_says_its_mean() {
        var before = new HashMap<String, Object>(
                Map.of(Knobs.IMAGE_ENCODER, Knobs.RESNET_10, Knobs.IMAGE_SIZE, 32, Knobs.IMAGE_CHANNELS, 3));
        before.putAll(Map.of(Knobs.IMAGE_WIDTH, 8, Knobs.DROPOUT, 0.1));
        assertThat(readOut(new Assignment(before))).isEqualTo(ReadOut.MEAN);

        var facts = new DataFacts(
                List.of(Modality.IMAGE),
                new TaskFacts(List.of("liked"), Set.of(TaskType.BINARY), false),
                1000,
                new MediaFacts(0, 28, 1, 0, 0));
        var allowed = Map.of(Modality.IMAGE, List.of(Knobs.CNN, Knobs.RESNET_10));
        var space = DefaultSpace.of(
                facts,
                new SearchChoices(
                        SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, allowed, "random", "none", true, 10));
        var random = new SplittableRandom(1);
        assertThat(Stream.generate(() -> space.sample(random)).limit(40))
                .filteredOn(a -> a.text(Knobs.IMAGE_ENCODER).equals(Knobs.RESNET_10))
                .isNotEmpty()
                .allMatch(a -> readOut(a) == ReadOut.GRID);
    }

    private static ReadOut readOut(Assignment a) {
        return ((ImageResNet) EncoderChoices.spec(Modality.IMAGE, a)).readOut();
    }

    private static Stream<Assignment> samples(Modality modality, double seconds) {
        var facts = new DataFacts(
                List.of(modality),
                new TaskFacts(List.of("liked"), Set.of(TaskType.BINARY), false),
                1000,
                new MediaFacts(40, 28, 1, seconds, 16_000));
        var space = DefaultSpace.of(
                facts,
                new SearchChoices(
                        SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, Map.of(), "random", "none", true, 10));
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(60);
    }
}
