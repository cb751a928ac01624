package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.data.TfidfFeatures;
import io.polyphony.hpo.space.Assignment;
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
        assertThat(samples(Modality.AUDIO, seconds))
                .allSatisfy(
                        a -> assertThat(EncoderChoices.spec(Modality.AUDIO, a).featurizer())
                                .isEqualTo(new LogMelFeatures(40, frames, 16_000)));
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
