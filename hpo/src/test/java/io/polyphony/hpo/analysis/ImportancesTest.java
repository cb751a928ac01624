package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportancesTest {

    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("much", 0, 1),
            Parameter.real("little", 0, 1),
            Parameter.categorical("kind", "a", "b", "c"),
            Parameter.real("nothing", 0, 1));
    private static final List<Objective> BOTH = List.of(Objective.minimize("loss"), Objective.maximize("accuracy"));

    @ParameterizedTest
    @EnumSource
    void ranks_what_matters_first_and_per_objective(ImportanceMethod method) {
        List<Importance> loss = Importances.of(method, SPACE, BOTH, 0, trials(200), 1);
        assertThat(loss.getFirst().parameter()).isEqualTo("much");
        assertThat(loss.getFirst().share()).isGreaterThan(0.5);
        assertThat(loss.stream().mapToDouble(Importance::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(shares(loss).get("nothing")).isLessThan(0.15);
        assertThat(Importances.of(method, SPACE, BOTH, 1, trials(200), 1)
                        .getFirst()
                        .parameter())
                .isEqualTo("kind");
    }

    @ParameterizedTest
    @EnumSource
    void errors_shrink_with_trials_and_answers_replay(ImportanceMethod method) {
        List<Importance> few = Importances.of(method, SPACE, BOTH, 0, trials(12), 1);
        List<Importance> many = Importances.of(method, SPACE, BOTH, 0, trials(300), 1);
        assertThat(errors(many)).isLessThan(errors(few));
        assertThat(Importances.of(method, SPACE, BOTH, 0, trials(12), 1)).isEqualTo(few);
    }

    /** 4 x + y over [0, 1]: the variances are 16 / 12 and 1 / 12, so the shares 16 / 17 and 1 / 17. */
    @Test
    void fanova_agrees_with_the_shares_of_a_sum() {
        var plane = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
        var random = new SplittableRandom(2);
        List<Trial> trials = IntStream.range(0, 400)
                .mapToObj(number -> {
                    var at = plane.sample(random);
                    return Trial.completed(number, at, 4 * at.real("x") + at.real("y"));
                })
                .toList();
        var shares = shares(
                Importances.of(ImportanceMethod.FANOVA, plane, List.of(Objective.minimize("loss")), 0, trials, 1));
        assertThat(shares.get("x")).isCloseTo(16.0 / 17, within(0.04));
    }

    @Test
    void refuses_below_ten_and_survives_a_wild_history() {
        assertThatExceptionOfType(TooFewTrials.class)
                .isThrownBy(() -> Importances.of(ImportanceMethod.FANOVA, SPACE, BOTH, 0, trials(9), 1))
                .withMessageContaining("9");
        assertThat(Importances.of(
                        ImportanceMethod.PED_ANOVA,
                        Histories.SPACE,
                        Histories.ONE,
                        0,
                        Histories.wild(Histories.ONE, 200, 3),
                        1))
                .hasSize(Histories.SPACE.parameters().size());
    }

    private static double errors(List<Importance> importances) {
        return importances.stream().mapToDouble(Importance::error).sum();
    }

    private static Map<String, Double> shares(List<Importance> importances) {
        return importances.stream().collect(Collectors.toMap(Importance::parameter, Importance::share));
    }

    private static List<Trial> trials(int count) {
        var random = new SplittableRandom(4);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var at = SPACE.sample(random);
                    double kind = at.text("kind").equals("b") ? 1 : 0;
                    double loss = Math.pow(at.real("much") - 0.2, 2) * 4 + 0.2 * at.real("little") + 0.1 * kind;
                    return Trial.completed(number, at, loss, kind + 0.1 * at.real("little"));
                })
                .toList();
    }

    /** The depth matters only in the branch that is better, where it is chosen; the number of the other branch does not. */
    @ParameterizedTest
    @EnumSource(names = {"PED_ANOVA", "PERMUTATION"})
    void a_parameter_that_some_leave_out_matters_by_what_it_does_where_it_is_chosen(ImportanceMethod method) {
        var space = SearchSpace.of(
                Parameter.categorical("kind", "plain", "deep"),
                Parameter.real("depth", 0, 1).when("kind", "deep"),
                Parameter.real("idle", 0, 1).when("kind", "plain"));
        var random = new SplittableRandom(6);
        List<Trial> trials = IntStream.range(0, 200)
                .mapToObj(number -> {
                    var at = space.sample(random);
                    return Trial.completed(number, at, at.has("depth") ? Math.abs(at.real("depth") - 0.9) : 0.45);
                })
                .toList();
        var shares = shares(Importances.of(method, space, BOTH.subList(0, 1), 0, trials, 1));
        assertThat(shares.get("depth")).isGreaterThan(0.3);
        assertThat(shares.get("idle")).isLessThan(0.02);
    }
}
