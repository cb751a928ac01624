package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskGateTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new TaskGate(8, 2, 0, 0);
    }

    /**
     * Ma (2018, equations 6 and 7): f^k = the sum over i of g^k(x)_i f_i(x), g^k = softmax(W_k x). Its experts are here both
     * inputs and a network that reads them.
     */
    @Test
    void each_task_mixes_by_the_gate_of_the_paper() {
        var small = new SmallFusion(new TaskGate(3, 1, 0, 0), 1, 1);
        var known = small.known();
        var hidden = Arrays.stream(small.linear("fusion.expert0.hidden0", known))
                .map(sum -> Math.max(0, sum))
                .toArray();
        var members = List.of(small.projected(0), small.projected(1), small.normalised("fusion.expert0", hidden));
        for (var task : List.of("yes", "kind")) {
            var powers = Arrays.stream(small.linear("fusion.gate." + task, known))
                    .map(Math::exp)
                    .toArray();
            double all = Arrays.stream(powers).sum();
            assertThat(small.fused(task))
                    .containsExactly(
                            SmallFusion.each(
                                    3,
                                    i -> (powers[0] * members.get(0)[i]
                                                    + powers[1] * members.get(1)[i]
                                                    + powers[2] * members.get(2)[i])
                                            / all),
                            within(1e-9));
        }
        assertThat(small.fused("yes")).isNotEqualTo(small.fused("kind"));
    }
}
