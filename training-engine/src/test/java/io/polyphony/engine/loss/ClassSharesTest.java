package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassSharesTest {
    @Test
    void rare_classes_weigh_by_the_inverse_root_and_rows_by_one_on_average() {
        var values = new float[] {0, 0, 0, 0, 1};
        var labels = new TaskLabels(
                "task", TaskType.MULTICLASS, List.of("a", "b", "c"), values, new float[] {1, 1, 1, 1, 1}, 0, 1);
        var weights = ClassShares.inverseRoots(labels, 3);
        assertThat(weights[1] / weights[0]).isCloseTo(2, within(1e-12));
        assertThat((4 * weights[0] + weights[1]) / 5).isCloseTo(1, within(1e-12));
        assertThat(weights[2]).isEqualTo(1);
    }
}
