package io.polyphony.engine.compression;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Matrices;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that are thinned out. */
class PrunerTest {
    private static final Spiral SPIRAL = new Spiral();
    private static final TrainedModel MODEL = SPIRAL.trained(32, 40);
    private static final double SHARE = 0.8;

    @ParameterizedTest
    @EnumSource(PruningSpec.Scope.class)
    void the_asked_share_is_zero_and_fine_tuning_brings_the_answers_back(PruningSpec.Scope scope) {
        var spec = new PruningSpec(SHARE, scope, 4, 20, 1);
        var lessons = SPIRAL.lessons(MODEL.network(), 40);
        var thin = Pruner.prune(MODEL, spec, lessons, (report, state) -> Verdict.CONTINUE);
        assertThat(Matrices.sparsity(thin)).isCloseTo(SHARE, within(0.01));
        var held = Magnitudes.smallest(MODEL, SHARE, scope);
        var cut = new TrainedModel(MODEL.network(), MODEL.preprocessor(), held.zeroed(MODEL.weights()), Map.of());
        assertThat(accuracy(thin)).isGreaterThan(accuracy(cut) + 0.03).isGreaterThan(accuracy(MODEL) - 0.05);
        assertThat(Bundle.of(thin, "{}").size())
                .isLessThan(Bundle.of(MODEL, "{}").size());
        assertThat(thin.provenance()).containsEntry("pruned", "0.8");
    }

    /** Each matrix loses its own smallest fifth; the smallest fifth of all may lie in a few. */
    @Test
    void magnitudes_are_compared_where_the_scope_says() {
        var each = Magnitudes.smallest(MODEL, 0.2, PruningSpec.Scope.EACH);
        var all = Magnitudes.smallest(MODEL, 0.2, PruningSpec.Scope.ALL);
        var weights = MODEL.weights().dense();
        double largestGone = all.dense().stream()
                .mapToDouble(i -> Math.abs(weights[i]))
                .max()
                .orElseThrow();
        var gone = new HashSet<Integer>();
        all.dense().stream().forEach(gone::add);
        for (var matrix : Matrices.of(MODEL)) {
            var own = each.dense().get(matrix.from(), matrix.from() + matrix.size());
            assertThat(own.cardinality()).as(matrix.name()).isEqualTo((int) Math.round(0.2 * matrix.size()));
            for (int i = matrix.from(); i < matrix.from() + matrix.size(); i++) {
                assertThat(gone.contains(i) || Math.abs(weights[i]) >= largestGone)
                        .isTrue();
            }
        }
    }

    /** s(1 - (1 - t/n)^3): 0.8 in four rounds is 0.4625, 0.7, 0.7875, 0.8. */
    @Test
    void the_share_grows_by_the_published_cubic() {
        var spec = PruningSpec.of(SHARE);
        assertThat(new double[] {spec.share(1), spec.share(2), spec.share(3), spec.share(4)})
                .containsExactly(new double[] {0.4625, 0.7, 0.7875, 0.8}, within(1e-12));
    }

    @Test
    void whoever_watches_hears_of_all_epochs_and_may_end_it() {
        var heard = new ArrayList<EpochReport>();
        var lessons = SPIRAL.lessons(MODEL.network(), 40);
        Pruner.prune(MODEL, new PruningSpec(0.5, PruningSpec.Scope.EACH, 3, 2, 1), lessons, (report, state) -> {
            heard.add(report);
            return Verdict.CONTINUE;
        });
        assertThat(heard).hasSize(4);
        assertThatThrownBy(() -> Pruner.prune(MODEL, PruningSpec.of(0.5), lessons, (report, state) -> Verdict.CANCEL))
                .isInstanceOf(CompressionFailed.class);
    }

    private static double accuracy(TrainedModel model) {
        return requireNonNull(requireNonNull(
                        model.evaluate(SPIRAL.table, Spiral.validationRows()).get("sector"))
                .get("accuracy"));
    }
}
