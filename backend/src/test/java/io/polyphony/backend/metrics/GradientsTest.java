package io.polyphony.backend.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradientsTest {
    @Test
    void surgery_is_offered_where_conflicts_are_frequent() {
        var gradients = Gradients.of(means(0.4, 1));
        assertThat(gradients.surgery()).isTrue();
        assertThat(gradients.samples()).isEqualTo(20);
        assertThat(gradients.pairs()).containsExactly(new Gradients.Pair("a", "b", -0.2, 0.4));
        assertThat(gradients.advice())
                .containsExactly("a and b are in conflict in 40 % of the steps."
                        + " Maybe try gradient surgery: pcgrad, cagrad, imtl_g.");
    }

    @Test
    void surgery_is_not_offered_where_tasks_agree_or_are_too_many() {
        assertThat(Gradients.of(means(0.3, 1)).surgery()).isFalse();
        assertThat(Gradients.of(means(0.3, 1)).advice().getFirst()).contains("30 %", "gain little");
        assertThat(Gradients.of(means(0, 1)).advice().getFirst()).contains("gain nothing");
        var many = new ArrayList<>(means(0.9, 1));
        IntStream.range(0, 7).forEach(i -> many.add(new GradientMean("t" + i, MetricPoint.GRADIENT_NORM, 1, 20)));
        assertThat(Gradients.of(many).surgery()).isFalse();
        assertThat(Gradients.of(many).advice().getFirst()).contains("9 tasks", "too long");
    }

    @Test
    void a_gradient_that_drowns_another_is_named() {
        assertThat(Gradients.of(means(0, 9)).dominance()).isNull();
        var gradients = Gradients.of(means(0, 12));
        assertThat(gradients.dominance()).isEqualTo(new Gradients.Dominance("b", "a", 12));
        assertThat(gradients.advice().getLast()).contains("gradient of b is 12 times as long as that of a");
    }

    @Test
    void trials_of_older_versions_counted_no_conflicts() {
        var gradients = Gradients.of(means(0.9, 1).subList(0, 4));
        assertThat(gradients.surgery()).isFalse();
        assertThat(gradients.pairs().getFirst().conflictRate()).isNull();
        assertThat(gradients.advice()).isEmpty();
        assertThat(Gradients.of(List.of()).pairs()).isEmpty();
    }

    /** Gradients that are 1 and so many long. */
    private static List<GradientMean> means(double conflicts, double length) {
        return List.of(
                new GradientMean("a", MetricPoint.GRADIENT_NORM, 1, 20),
                new GradientMean("b", MetricPoint.GRADIENT_NORM, length, 20),
                new GradientMean("a", MetricPoint.GRADIENT_COSINE + "b", -0.2, 20),
                new GradientMean("b", MetricPoint.GRADIENT_COSINE + "a", -0.2, 20),
                new GradientMean("a", MetricPoint.GRADIENT_CONFLICT + "b", conflicts, 20),
                new GradientMean("b", MetricPoint.GRADIENT_CONFLICT + "a", conflicts, 20));
    }
}
