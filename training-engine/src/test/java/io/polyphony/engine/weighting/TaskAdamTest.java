package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TaskAdamTest {
    private static final double RATE = 0.1;

    /** By hand: m = 0.1 g, v = 0.001 g g, corrected both to g and g g, so that the first step is the rate, whenever it is. */
    @Test
    void a_task_that_begins_late_begins_as_any_other() {
        var adam = new TaskAdam(2);
        for (int step = 0; step < 50; step++) {
            adam.move(0, 1, RATE);
        }
        adam.move(1, 3, RATE);
        assertThat(adam.values()[1]).isCloseTo(-RATE, within(1e-8));
        adam.move(1, -1, RATE);
        double first = (0.9 * 0.1 * 3 + 0.1 * -1) / (1 - 0.81);
        double second = (0.999 * 0.001 * 9 + 0.001) / (1 - 0.999 * 0.999);
        assertThat(adam.values()[1]).isCloseTo(-RATE - RATE * first / Math.sqrt(second), within(1e-8));
    }

    @Test
    void every_task_goes_on_from_its_own_step() {
        var whole = new TaskAdam(2);
        whole.move(0, 1, RATE);
        whole.move(0, 2, RATE);
        whole.move(1, 3, RATE);
        var out = new StateVector();
        whole.write(out);
        var resumed = new TaskAdam(2);
        resumed.read(new StateVector(out.numbers()));
        for (int task = 0; task < 2; task++) {
            whole.move(task, -1, RATE);
            resumed.move(task, -1, RATE);
        }
        assertThat(resumed.values()).containsExactly(whole.values());
    }

    /** One number of steps, and three numbers per task. */
    @Test
    void a_checkpoint_of_old_goes_on_with_its_steps_for_everybody() {
        var adam = new TaskAdam(2);
        adam.read(new StateVector(new double[] {1, -0.1, -0.1, 0.1, 0.3, 0.001, 0.009}));
        adam.move(1, 3, RATE);
        assertThat(adam.values()).containsExactly(new double[] {-0.1, -0.2}, within(1e-8));
    }
}
