package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every weighting must keep: finite weights, a state that goes on bit for bit, tasks without labels that change
 * nothing, JSON both ways.
 */
abstract class WeightingContract {
    static final TaskScales SCALES =
            new TaskScales(List.of("a", "b", "c"), new double[] {0.5, 4, 1}, new boolean[] {false, true, false});
    private static final int STEPS = 40;
    private static final int EPOCH = 6;

    abstract WeightingSpec spec();

    /** Whether the final weights are above 0; directions of surgery need not be. */
    boolean positive() {
        return true;
    }

    @Test
    void is_json_both_ways() throws JsonProcessingException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.writerFor(WeightingSpec.class).writeValueAsString(spec());
        assertThat(json)
                .contains("\"kind\":\"%s\""
                        .formatted(Weightings.of(spec().getClass()).name()));
        assertThat(mapper.readValue(json, WeightingSpec.class)).isEqualTo(spec());
    }

    @Test
    void weights_are_finite() {
        var weighting = spec().start(SCALES);
        for (int step = 0; step < STEPS; step++) {
            for (double weight : drive(weighting, step, 0)) {
                assertThat(weight).isFinite();
                assertThat(weight > 0 || !positive()).isTrue();
            }
        }
    }

    @Test
    void goes_on_from_its_state_bit_for_bit() {
        for (int pause : new int[] {3, EPOCH, 4 * EPOCH + 5}) {
            var whole = spec().start(SCALES);
            for (int step = 0; step < pause; step++) {
                drive(whole, step, 0);
            }
            var resumed = spec().start(SCALES);
            resumed.restore(whole.state());
            for (int step = pause; step < pause + STEPS; step++) {
                assertThat(drive(resumed, step, 0)).isEqualTo(drive(whole, step, 0));
            }
            assertThat(resumed.state()).containsExactly(whole.state());
        }
    }

    @Test
    void what_a_task_without_labels_says_changes_nothing() {
        var one = spec().start(SCALES);
        var other = spec().start(SCALES);
        for (int step = 0; step < STEPS; step++) {
            assertThat(drive(one, step, 0)).isEqualTo(drive(other, step, 1234.5));
        }
        assertThat(one.state()).containsExactly(other.state());
    }

    @Test
    void a_step_without_any_label_is_survived() {
        var weighting = spec().start(SCALES);
        var nothing = new StepLosses(new double[3], new boolean[3]);
        var factors = weighting.factors(nothing, new SplittableRandom(1));
        assertThat(factors).hasSize(3).doesNotContain(Double.NaN);
        assertThat(weighting.total(factors, nothing)).isFinite();
        weighting.step(nothing, 1e-2);
        weighting.compare(nothing, nothing);
        weighting.endEpoch();
        for (double weight : drive(weighting, 0, 0)) {
            assertThat(weight).isFinite();
        }
    }

    /** One step on losses and gradients that depend on its number alone; the weights of the tasks that are present. */
    private static List<Double> drive(LossWeighting weighting, int number, double absent) {
        var losses = losses(number, absent);
        var random = new SplittableRandom(number);
        var weights = weighting.factors(losses, random).clone();
        assertThat(weighting.total(weights, losses)).isFinite();
        if (weighting instanceof GradientWeighting seeing) {
            var coefficients = seeing.coefficients(gram(number, weights, losses.present()), losses, random);
            IntStream.range(0, 3).forEach(task -> weights[task] *= coefficients[task]);
        }
        weighting.step(losses, 1e-2);
        weighting.compare(losses, losses(number + 1000, absent));
        if (number % EPOCH == EPOCH - 1) {
            weighting.endEpoch();
        }
        var present = new ArrayList<Double>();
        IntStream.range(0, 3).filter(task -> losses.present()[task]).forEach(task -> present.add(weights[task]));
        return present;
    }

    private static StepLosses losses(int number, double absent) {
        var random = new SplittableRandom(number);
        var values = random.doubles(3, 0.01, 6).toArray();
        var present = new boolean[3];
        for (int task = 0; task < 3; task++) {
            present[task] = task != (number % 1000) % 4;
            values[task] = present[task] ? values[task] : absent;
        }
        return new StepLosses(values, present);
    }

    private static double[][] gram(int number, double[] factors, boolean[] present) {
        var random = new SplittableRandom(number);
        var gradients = new double[3][];
        for (int task = 0; task < 3; task++) {
            double scale = present[task] ? factors[task] : 0;
            gradients[task] =
                    random.doubles(5, -1, 1).map(value -> scale * value).toArray();
        }
        return Gradients.gram(gradients);
    }
}
