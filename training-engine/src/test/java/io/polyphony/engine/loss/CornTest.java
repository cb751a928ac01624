package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class CornTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new Corn(new double[] {1, 1, 1, 1});
    }

    @Override
    TaskType type() {
        return TaskType.ORDINAL;
    }

    @Override
    int classes() {
        return 4;
    }

    /** Conditional chances 0.8, 0.5 and 0.25 of going on make 0.2, 0.4, 0.3 and 0.1. */
    @Test
    void classes_are_products_of_conditional_chances() {
        var logits = new float[] {(float) Math.log(4), 0, (float) -Math.log(3)};
        assertThat(loss().answer(logits, 0)).containsExactly(new float[] {0.2f, 0.4f, 0.3f, 0.1f}, within(1e-6f));
    }

    /** A row of class 1 says yes to "above 0" and no to "above 1", and nothing of "above 2". */
    @Test
    void a_row_answers_only_the_questions_that_it_is_about() {
        var gradient = new float[3];
        double loss = loss().evaluate(new float[] {0, 0, 5}, new float[] {1}, new float[] {1}, gradient);
        assertThat(loss).isCloseTo(Math.log(2), within(1e-12));
        assertThat(gradient).containsExactly(new float[] {-0.25f, 0.25f, 0}, within(1e-7f));
    }
}
