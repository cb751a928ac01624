package io.polyphony.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How to use this module alone. */
class FifteenLinesTest {

    @Test
    void finds_the_bottom_of_a_bowl() {
        var space = SearchSpace.of(
                Parameter.categorical("shape", "bowl", "tent"),
                Parameter.real("x", -5, 5),
                Parameter.real("tilt", 1e-3, 1).log().when("shape", "tent"));
        var loss = Objective.minimize("loss");
        var study = new Study(space, List.of(loss), Samplers.named("tpe"), Pruners.named("none"), List.of(), 7);

        var history = new ArrayList<Trial>();
        for (int number = 0; number < 60; number++) {
            var assignment = study.ask(history);
            double x = assignment.real("x") - 2;
            double value = assignment.has("tilt") ? Math.abs(x) + assignment.real("tilt") : x * x;
            history.add(Trial.completed(number, assignment, value));
        }

        assertThat(history).extracting(trial -> trial.values().getFirst()).anyMatch(value -> value < 0.01);
    }
}
