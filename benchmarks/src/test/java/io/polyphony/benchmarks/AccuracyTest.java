package io.polyphony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Short trainings on real data: what they reach leaves room for chance, but not for a mistake. */
class AccuracyTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private static double of(Accuracy.Result result, String task, String metric) {
        return result.test().getOrDefault(task, Map.of()).getOrDefault(metric, Double.NaN);
    }

    /** A constant reaches 0.5 and 0.81; long training 0.93 and 0.50. */
    @Test
    void a_few_epochs_understand_reviews() throws IOException {
        var result =
                Accuracy.measure(Scenario.load("reviews", EXAMPLES), new Recipe("epochs=5", "lr=3e-3", "augText=2"), 1);
        assertThat(of(result, "Recommended IND", "roc_auc")).isGreaterThan(0.90);
        assertThat(of(result, "Rating", "mae")).isLessThan(0.58);
    }

    /** Chance reaches 0.1 and 0.17; long training 0.98 and 0.99. */
    @Test
    void a_few_epochs_know_digits_and_speakers() throws IOException {
        var recipe = new Recipe("epochs=5", "lr=3e-3", "batch=32", "image.width=8", "audio.width=8");
        var result = Accuracy.measure(Scenario.load("digits", EXAMPLES), recipe, 1);
        assertThat(of(result, "digit", "accuracy")).isGreaterThan(0.75);
        assertThat(of(result, "speaker", "accuracy")).isGreaterThan(0.85);
    }

    @Test
    void a_split_leaves_no_row_twice_and_repeats_by_seed() throws IOException {
        var scenario = Scenario.load("reviews", EXAMPLES);
        var split = scenario.split(3);
        assertThat(split.train()).doesNotContain(split.validation());
        assertThat(split.train().length + split.validation().length).isEqualTo(scenario.train().length);
        assertThat(scenario.test()).doesNotContain(scenario.train());
        assertThat(scenario.split(3).validation()).isEqualTo(split.validation());
        assertThat(scenario.split(4).validation()).isNotEqualTo(split.validation());
    }
}
