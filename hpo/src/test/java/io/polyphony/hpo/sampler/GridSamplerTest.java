package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("grid");
    }

    /** The first corners of a walk through 1001 x 1001 values once were all beyond the 10 000 that were looked at. */
    @Test
    void uses_the_grid_of_finely_stepped_numbers_up_before_anything_else() {
        var space = SearchSpace.of(Parameter.integer("a", 0, 1000), Parameter.integer("b", 0, 1000));
        var problem = new Problem(space, Histories.ONE, 1);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < 25; number++) {
            history.add(Trial.completed(
                    number, sampler().suggest(problem, history, new SplittableRandom(1)), 1.0 * number));
        }
        assertThat(history).extracting(trial -> trial.assignment().integer("a")).containsOnly(100, 300, 500, 700, 900);
        assertThat(history).extracting(Trial::assignment).doesNotHaveDuplicates();
    }
}
