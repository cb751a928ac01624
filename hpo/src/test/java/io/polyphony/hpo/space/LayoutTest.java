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
    void none_where_there_may_be_more_than_asked_for() {
        assertThat(Layout.of(SMALL).every(11)).isEmpty();
        assertThat(Layout.of(SearchSpace.of(Parameter.real("x", 0, 1))).every(1_000_000_000))
                .isEmpty();
    }
}
