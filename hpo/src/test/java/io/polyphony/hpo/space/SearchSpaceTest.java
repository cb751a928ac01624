package io.polyphony.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.Histories;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {

    static List<Parameter> parameters() {
        return Histories.SPACE.parameters();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void a_value_lies_within_its_own_cell(Parameter parameter) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double unit = random.nextDouble();
            Object value = parameter.at(unit);
            Cell cell = parameter.cell(value);
            assertThat(unit).isBetween(cell.low() - 1e-9, cell.high() + 1e-9);
            assertThat(parameter.cell(parameter.at(cell.middle())).middle()).isCloseTo(cell.middle(), within(1e-9));
            assertThat(parameter.accept(value)).contains(value);
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void the_cells_of_a_countable_parameter_cover_the_unit_interval(Parameter parameter) {
        if (parameter.count() < Long.MAX_VALUE) {
            double covered = IntStream.range(0, (int) parameter.count())
                    .mapToDouble(
                            index -> parameter.cell(parameter.valueAt(index)).width())
                    .sum();
            assertThat(covered).isCloseTo(1, within(1e-9));
        } else {
            assertThat(parameter.cell(parameter.at(0.3)).width()).isZero();
        }
    }

    @Test
    void the_ends_are_values_too() {
        assertThat(Parameter.real("lr", 1e-4, 1e-2).log().at(0)).isEqualTo(1e-4);
        assertThat(Parameter.real("lr", 1e-4, 1e-2).log().at(1)).isEqualTo(1e-2);
        assertThat(Parameter.integer("width", 16, 256).log().at(1)).isEqualTo(256L);
        assertThat(Parameter.integer("depth", 1, 10).step(4).at(1)).isEqualTo(9L);
        assertThat(Parameter.real("dropout", 0, 0.5).step(0.1).at(1)).isEqualTo(0.5);
        assertThat(Parameter.real("dropout", 0, 0.5).step(0.1).valueAt(3)).isEqualTo(0.3);
    }

    @Test
    void log_means_that_each_decade_is_as_likely() {
        var parameter = Parameter.real("lr", 1e-4, 1e-2).log();
        assertThat(parameter.at(0.5)).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void counts_every_assignment_once() {
        var space = SearchSpace.of(
                Parameter.categorical("fusion", "average", "gated"),
                Parameter.integer("heads", 1, 3).when("fusion", "gated"),
                Parameter.ordinal("batch", 32, 64));
        assertThat(space.assignments(10)).hasSize(2 + 6).doesNotHaveDuplicates().allMatch(space::contains);
    }

    @Test
    void accepts_exactly_its_own_assignments() {
        var space = SearchSpace.of(
                Parameter.categorical("fusion", "average", "gated"),
                Parameter.real("gate", 0, 1).when("fusion", "gated"));
        assertThat(space.accept(Map.of("fusion", "gated", "gate", 1)))
                .contains(new Assignment(Map.of("fusion", "gated", "gate", 1.0)));
        assertThat(space.accept(Map.of("fusion", "gated"))).isEmpty();
        assertThat(space.accept(Map.of("fusion", "average", "gate", 0.5))).isEmpty();
        assertThat(space.accept(Map.of("fusion", "average", "extra", 1))).isEmpty();
        assertThat(space.accept(Map.of("fusion", "late"))).isEmpty();
        assertThat(space.accept(Map.of("fusion", "gated", "gate", Double.NaN))).isEmpty();
    }

    @Test
    void refuses_conditions_that_cannot_hold() {
        refused(
                "before it",
                () -> SearchSpace.of(
                        Parameter.real("gate", 0, 1).when("fusion", "gated"),
                        Parameter.categorical("fusion", "gated")));
        refused(
                "never takes",
                () -> SearchSpace.of(
                        Parameter.categorical("fusion", "late"),
                        Parameter.real("gate", 0, 1).when("fusion", "gated")));
        refused(
                "never takes",
                () -> SearchSpace.of(
                        Parameter.real("lr", 0, 1), Parameter.real("gate", 0, 1).when("lr", 0.5)));
        refused("twice", () -> SearchSpace.of(Parameter.real("lr", 0, 1), Parameter.real("lr", 0, 1)));
    }

    @Test
    void refuses_parameters_that_cannot_be() {
        refused("below the high", () -> Parameter.real("lr", 1, 1));
        refused("below the high", () -> Parameter.real("lr", Double.NaN, 1));
        refused("drop log()", () -> Parameter.real("lr", 0, 1).log());
        refused("without log()", () -> Parameter.real("lr", 1, 2).step(0.5).log());
        refused("1 with log()", () -> Parameter.integer("width", 1, 9).step(2).log());
        refused("none twice", () -> Parameter.categorical("fusion", "late", "late"));
        refused("at least one option", () -> Parameter.categorical("fusion"));
        refused("mixes", () -> new OrdinalParameter("size", List.of(1, "large"), null));
        refused("blank", () -> Parameter.real(" ", 0, 1));
    }

    @Test
    void an_assignment_names_what_is_missing_or_of_another_kind() {
        var assignment = new Assignment(Map.of("batch", 32, "fusion", "late"));
        assertThat(assignment.integer("batch")).isEqualTo(32);
        assertThat(assignment.real("batch")).isEqualTo(32.0);
        assertThat(assignment.text("batch")).isEqualTo("32");
        refused("(gate)", () -> assignment.get("gate"));
        refused("not a number", () -> assignment.real("fusion"));
        refused("not a whole number", () -> assignment.integer("fusion"));
        refused("not a number or a text", () -> new Assignment(Map.of("x", List.of())));
    }

    private static void refused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable wrong) {
        assertThatIllegalArgumentException().isThrownBy(wrong).withMessageContaining(reason);
    }

    @Test
    void constraints_bind_only_where_all_their_parameters_are_chosen() {
        var bound = SearchSpace.of(
                        Parameter.categorical("fusion", "plain", "deep"),
                        Parameter.integer("width", 1, 100),
                        Parameter.integer("depth", 1, 10).when("fusion", "deep"))
                .with(Constraint.product(200, "width", "depth"));
        assertThat(bound.accept(Map.of("fusion", "plain", "width", 100))).isPresent();
        assertThat(bound.accept(Map.of("fusion", "deep", "width", 20, "depth", 10)))
                .isPresent();
        assertThat(bound.accept(Map.of("fusion", "deep", "width", 21, "depth", 10)))
                .isEmpty();
        assertThat(bound.assignments(3)).allMatch(bound::contains);
        var random = new SplittableRandom(1);
        assertThat(Stream.generate(() -> bound.sample(random)).limit(500)).allMatch(bound::contains);
    }

    @Test
    void a_constraint_needs_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchSpace.of(Parameter.categorical("fusion", "plain"))
                        .with(Constraint.sum(1, Map.of("fusion", 1.0))))
                .withMessageContaining("fusion");
    }

    @Test
    void constraints_that_allow_nothing_are_reported() {
        var none = SearchSpace.of(Parameter.real("x", 1, 2)).with(Constraint.sum(0.5, Map.of("x", 1.0)));
        assertThatIllegalStateException()
                .isThrownBy(() -> none.sample(new SplittableRandom(1)))
                .withMessageContaining("loosen");
    }
}
