package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodiumTest {
    private final Parameters parameters = new Parameters(numbers(), numbers(), List.of(), List.of());

    private static Tensor numbers() {
        return Device.cpu().allocate(Precision.FLOAT, Shape.of(2));
    }

    private boolean offer(Podium podium, int epoch, double score, double loss) {
        parameters.values().write(0, new float[] {epoch, -epoch}, 0, 2);
        return podium.offer(epoch, score, loss, Map.of("task", Map.of("loss", loss)), parameters);
    }

    @Test
    void a_better_score_wins_whatever_its_loss() {
        var podium = new Podium(1, parameters);
        assertThat(offer(podium, 1, 0.5, 1)).isTrue();
        assertThat(offer(podium, 2, 0.4, 0.1)).isFalse();
        assertThat(offer(podium, 3, 0.6, 9)).isTrue();
        assertThat(podium.best().epoch).isEqualTo(3);
        assertThat(podium.best().weights().dense()).containsExactly(3, -3);
    }

    /** As where most rows are of one class, and the first epochs of every training answer with that. */
    @Test
    void of_equal_scores_the_least_loss_is_kept_but_is_no_reason_to_go_on() {
        var podium = new Podium(1, parameters);
        assertThat(offer(podium, 1, 0, 0.9)).isTrue();
        assertThat(offer(podium, 2, 0, 0.5)).isFalse();
        assertThat(offer(podium, 3, 0, 0.7)).isFalse();
        assertThat(offer(podium, 4, 0, 0.5)).isFalse();
        assertThat(podium.best().epoch).isEqualTo(2);
        assertThat(podium.best().weights().dense()).containsExactly(2, -2);
    }

    @Test
    void several_places_stand_in_the_order_of_scores_then_losses() {
        var podium = new Podium(3, parameters);
        offer(podium, 1, 0.5, 0.4);
        offer(podium, 2, 0.7, 0.9);
        assertThat(podium.taken()).extracting(place -> place.epoch).containsExactly(2, 1);
        offer(podium, 3, 0.5, 0.3);
        offer(podium, 4, 0.5, 0.35);
        offer(podium, 5, Double.NaN, 0.01);
        assertThat(podium.taken()).extracting(place -> place.epoch).containsExactly(2, 3, 4);
    }
}
