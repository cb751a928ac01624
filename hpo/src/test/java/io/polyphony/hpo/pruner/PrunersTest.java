package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrunersTest {

    @ParameterizedTest
    @MethodSource("io.polyphony.hpo.pruner.Pruners#all")
    void what_is_left_out_is_as_usual(Pruners.Kind kind) {
        var usual = kind.complete(Map.of());
        assertThat(usual).hasSameSizeAs(kind.settings());
        assertThat(Pruners.named(kind.name(), Course.USUAL, usual)).isEqualTo(Pruners.named(kind.name()));
        assertThat(kind.settings()).allSatisfy(setting -> {
            assertThat(setting.objection(setting.usual())).isEmpty();
            assertThat(setting.objection(setting.most())).isEmpty();
            assertThat(setting.objection(Math.nextUp(setting.most()))).isPresent();
            assertThat(setting.objection(Double.NaN)).isPresent();
            assertThat(setting.explanation()).endsWith(".");
        });
    }

    /** Every setting of every pruner ends up in it. */
    @ParameterizedTest
    @MethodSource("io.polyphony.hpo.pruner.Pruners#all")
    void another_number_makes_another_pruner(Pruners.Kind kind) {
        assertThat(kind.settings())
                .allSatisfy(setting -> assertThat(
                                Pruners.named(kind.name(), Course.USUAL, Map.of(setting.name(), setting.most())))
                        .isNotEqualTo(Pruners.named(kind.name())));
    }

    @Test
    void limits_go_by_the_names_of_objectives() {
        var given = Map.of("accuracy", 0.6, "after", 4.0);
        assertThat(Pruners.named("threshold", Course.USUAL, given))
                .isEqualTo(new ThresholdPruner(Map.of("accuracy", 0.6), 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percentile | share | 1.5 | from 0.01 to 0.99. Maybe 0.25",
                "median | startup | 2.5 | a whole number from 1 to 1000. Maybe 5",
                "asha | eta | 1 | from 2 to 10. Maybe 3",
                "patient | share | 0.3 | no setting (share). Maybe one of [patience, startup]",
                "none | startup | 3 | no setting (startup)",
            })
    void numbers_that_do_not_fit_are_refused_with_a_cure(String pruner, String setting, double value, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pruners.named(pruner, Course.USUAL, Map.of(setting, value)))
                .withMessageContaining(told);
    }
}
