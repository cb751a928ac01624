package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An auxiliary task is learned and measured as any other, but says nothing of which epoch is best. */
class AuxiliaryTaskTest {
    private final Orchestra orchestra = new Orchestra();

    private Diary train(List<String> auxiliary) {
        var network = orchestra.network(new Concatenation(16, 1, 0, 0), "table", "picture", "sound");
        var tasks = network.tasks().stream()
                .map(task -> task.auxiliary(auxiliary.contains(task.name())))
                .toList();
        var marked = new NetworkSpec(network.inputs(), network.encoders(), network.fusion(), tasks, network.head());
        var diary = new Diary();
        orchestra.trainer(marked, Orchestra.training(4, new Equal(), 1)).run(null, diary);
        return diary;
    }

    @Test
    void it_is_learned_just_the_same() {
        var ranked = train(List.of());
        var marked = train(List.of("pitch"));
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(marked.reports.get(epoch).tasks())
                    .isEqualTo(ranked.reports.get(epoch).tasks());
        }
    }

    @Test
    void the_score_is_that_of_the_others() {
        for (var report : train(List.of("instrument", "pitch")).reports) {
            var loud = requireNonNull(report.tasks().get("loud")).metrics();
            assertThat(report.score()).isCloseTo(2 * requireNonNull(loud.get("roc_auc")) - 1, within(1e-9));
        }
        assertThat(Metrics.primaryFor(TaskType.BINARY).name()).isEqualTo("roc_auc");
    }
}
