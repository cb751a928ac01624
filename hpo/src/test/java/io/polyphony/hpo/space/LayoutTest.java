package io.polyphony.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final SearchSpace SMALL = SearchSpace.of(
                    Parameter.categorical("text", "tfidf", "mean"),
                    Parameter.ordinal("width", 16, 32, 64),
                    Parameter.ordinal("ngrams", 1, 2).when("text", "tfidf"))
            .with(Constraint.product(32, "width"));

    @Test
    void every_point_of_a_small_space_once() {
        Layout layout = Layout.of(SMALL);
        assertThat(layout.every(12))
                .hasValueSatisfying(points -> assertThat(points)
                        .hasSize(6)
                        .doesNotHaveDuplicates()
                        .allMatch(layout::allows)
                        .contains(new double[] {0.75, 0.5, Layout.ABSENT}));
    }

    @Test
    void choices_without_an_order_are_half_of_the_cube_apart() {
        Layout layout = Layout.of(SMALL);
        assertThat(layout.distance(new double[] {0.25, 0.5, 0.25}, new double[] {0.75, 0.25, 0.25}))
                .isEqualTo(0.75);
        assertThat(layout.distance(new double[] {0.25, 1, 0}, new double[] {0.25, 0, 0}))
                .isEqualTo(1);
    }

    @Test
    void none_where_there_may_be_more_than_asked_for() {
        assertThat(Layout.of(SMALL).every(11)).isEmpty();
        assertThat(Layout.of(SearchSpace.of(Parameter.real("x", 0, 1))).every(1_000_000_000))
                .isEmpty();
    }
}
