package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.AlignedMtl;
import io.polyphony.engine.weighting.CaGrad;
import io.polyphony.engine.weighting.DbMtl;
import io.polyphony.engine.weighting.Dwa;
import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Famo;
import io.polyphony.engine.weighting.Gls;
import io.polyphony.engine.weighting.GradNorm;
import io.polyphony.engine.weighting.ImtlG;
import io.polyphony.engine.weighting.ImtlL;
import io.polyphony.engine.weighting.Mgda;
import io.polyphony.engine.weighting.NashMtl;
import io.polyphony.engine.weighting.PcGrad;
import io.polyphony.engine.weighting.Rlw;
import io.polyphony.engine.weighting.ScaleInvariant;
import io.polyphony.engine.weighting.Stch;
import io.polyphony.engine.weighting.WeightingSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every weighting in a whole training: it learns, and an interruption changes no bit. */
class WeightingTrainingTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network =
            orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words", "terms");

    static Stream<WeightingSpec> weightings() {
        return Stream.of(
                new Dwa(2),
                new Rlw(),
                new Gls(),
                new ScaleInvariant(),
                new ImtlL(),
                new Famo(0.025, 0.001),
                new Stch(1, 2),
                new GradNorm(1.5, 0.025),
                new PcGrad(),
                new CaGrad(0.4),
                new Mgda(),
                new ImtlG(),
                new NashMtl(),
                new AlignedMtl(),
                new DbMtl(0.9));
    }

    @ParameterizedTest
    @MethodSource("weightings")
    void learns_and_goes_on_bit_for_bit_after_a_pause(WeightingSpec weighting) {
        new PausedTraining(orchestra, network, Orchestra.training(8, weighting, 3)).assertLearnsAndLosesNothing();
    }

    @Test
    void reports_how_the_tasks_gradients_lie_to_each_other() {
        var diary = new Diary();
        orchestra.trainer(network, Orchestra.training(2, new PcGrad(), 3)).run(null, diary);
        var gradients = requireNonNull(diary.reports.getFirst().gradients());
        assertThat(gradients.samples()).isEqualTo(5);
        assertThat(gradients.norms()).containsOnlyKeys("instrument", "loud", "pitch");
        assertThat(gradients.norms().values()).allMatch(norm -> norm > 0 && Double.isFinite(norm));
        double cosine =
                requireNonNull(requireNonNull(gradients.cosines().get("loud")).get("pitch"));
        assertThat(cosine).isBetween(-1.0, 1.0);
        assertThat(requireNonNull(gradients.cosines().get("pitch")).get("loud")).isCloseTo(cosine, within(1e-12));
    }

    @Test
    void samples_the_gradients_of_plain_weightings_now_and_then() {
        var diary = new Diary();
        orchestra.trainer(network, Orchestra.training(2, new Equal(), 3)).run(null, diary);
        assertThat(requireNonNull(diary.reports.getFirst().gradients()).samples())
                .isEqualTo(1);
        assertThat(diary.reports.getLast().gradients()).isNull();
    }
}
