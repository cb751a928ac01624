package io.polyphony.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedSearchTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.categorical("text", "tfidf", "mean"),
            Parameter.ordinal("lr", 3e-4, 1e-2),
            Parameter.ordinal("ngrams", 1, 2).when("text", "tfidf"));

    static List<RecordedSearch> all() {
        return RecordedSearch.all();
    }

    @Test
    void all_twelve_were_recorded() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(12).hasSameSizeAs(Recordings.ALL);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_assignment_of_the_space_was_trained(RecordedSearch search) {
        assertThat(search.curves().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        search.space().assignments(1).toList());
        assertThat(search.curves().values()).allSatisfy(curve -> {
            assertThat(curve.length).isLessThanOrEqualTo(search.steps().size());
            assertThat(Stream.of(curve))
                    .allMatch(epoch -> epoch.length == search.figures().size() && !(epoch[0] > 1));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_of_the_space_that_the_recorder_would_record(RecordedSearch search) {
        assertThat(Recordings.ALL)
                .filteredOn(recording -> recording.name().equals(search.name()))
                .extracting(Recording::space)
                .containsExactly(search.space());
    }

    @ParameterizedTest
    @MethodSource("all")
    void good_assignments_are_rare(RecordedSearch search) {
        var task = search.task();
        double[] losses = search.curves().keySet().stream()
                .mapToDouble(task.function())
                .sorted()
                .toArray();
        assertThat(losses[0]).isEqualTo(task.minimum());
        assertThat(losses[losses.length / 10]).isGreaterThan(task.minimum() + 0.005);
    }

    @Test
    void comes_back_from_its_file() throws IOException {
        var file = new ByteArrayOutputStream();
        search().write(file);
        var read = RecordedSearch.read("small", new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.space()).isEqualTo(SPACE);
        assertThat(read.steps()).containsExactly(1, 3);
        assertThat(read.figures()).isEqualTo(search().figures());
        search().curves()
                .forEach((assignment, curve) ->
                        assertThat(read.curve(assignment)).isDeepEqualTo(curve));
    }

    @Test
    void a_training_that_diverged_is_as_bad_as_the_worst() {
        var task = search().task();
        assertThat(task.minimum()).isEqualTo(0.25);
        assertThat(task.function().applyAsDouble(at("mean", 1e-2))).isEqualTo(1.5);
        assertThat(task.function().applyAsDouble(at("mean", 3e-4))).isEqualTo(0.25);
    }

    @Test
    void what_counts_of_a_training_is_its_best_epoch() {
        var curves = RecordedCurves.ofTasks(search());
        Assignment best = at("mean", 3e-4);
        assertThat(curves.outcome(best, curves.told(best, new SplittableRandom(1))))
                .containsExactly(0.8);
        assertThat(curves.all()).hasSize(5).extracting(Trial::values).contains(List.of(0.8));
    }

    @Test
    void says_what_was_not_recorded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search().curve(new Assignment(Map.of("text", "gru"))))
                .withMessageContaining("gru");
    }

    private static Assignment at(String text, double rate) {
        return SPACE.assign(parameter -> parameter.name().equals("text") ? text : rate);
    }

    private static RecordedSearch search() {
        var curves = new LinkedHashMap<Assignment, double[][]>();
        SPACE.assignments(1).forEach(at -> curves.put(at, new double[][] {{-0.5, 0}, {-0.75, 0.1}}));
        curves.put(at("mean", 3e-4), new double[][] {{0.75, 0.8}, {0.5, 0.9}});
        curves.put(at("mean", 1e-2), new double[][] {});
        return new RecordedSearch(
                "small",
                SPACE,
                List.of(1, 3),
                List.of(new RecordedSearch.Figure("score", true), new RecordedSearch.Figure("mood accuracy", true)),
                curves);
    }
}
