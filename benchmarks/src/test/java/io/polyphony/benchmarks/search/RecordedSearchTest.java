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
import java.util.stream.IntStream;
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
        assertThat(search.curves().values()).allSatisfy(trainings -> {
            assertThat(trainings.length).isEqualTo(search.seeds());
            assertThat(Stream.of(trainings))
                    .allMatch(curve -> curve.length <= search.steps().size());
            assertThat(Stream.of(trainings).flatMap(Stream::of))
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
        var run = search.task().runs().apply(0);
        double[] losses = search.curves().keySet().stream()
                .mapToDouble(run.judged())
                .sorted()
                .toArray();
        assertThat(losses[0]).isEqualTo(run.minimum());
        assertThat(losses[losses.length / 10]).isGreaterThan(run.minimum() + 0.005);
    }

    @Test
    void comes_back_from_its_file() throws IOException {
        var file = new ByteArrayOutputStream();
        RecordedTable.write(search(), file);
        var read = RecordedTable.read("small", new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.space()).isEqualTo(SPACE);
        assertThat(read.steps()).containsExactly(1, 3);
        assertThat(read.figures()).isEqualTo(search().figures());
        search().curves()
                .forEach((assignment, trainings) ->
                        assertThat(read.curves(assignment)).isDeepEqualTo(trainings));
    }

    @Test
    void runs_take_turns_at_the_seed_that_they_see_and_are_judged_by_the_others() {
        var task = search().task();
        assertThat(search().seeds()).isEqualTo(3);
        assertThat(IntStream.range(0, 4)
                        .mapToDouble(run -> task.runs().apply(run).seen().applyAsDouble(at("mean", 3e-4))))
                .containsExactly(0.25, 0.5, 0.75, 0.25);
        assertThat(IntStream.range(0, 4)
                        .mapToDouble(run -> task.runs().apply(run).judged().applyAsDouble(at("mean", 3e-4))))
                .containsExactly(0.625, 0.5, 0.375, 0.625);
    }

    @Test
    void the_minimum_is_the_best_that_can_be_reached_of_what_judges() {
        assertThat(search().task().runs().apply(0).minimum()).isEqualTo(0.625);
        assertThat(search().task().runs().apply(2).minimum()).isEqualTo(0.375);
    }

    @Test
    void a_single_training_is_seen_and_judges() {
        var curves = new LinkedHashMap<Assignment, double[][][]>();
        search().curves().forEach((at, trainings) -> curves.put(at, new double[][][] {trainings[0]}));
        var single = new RecordedSearch("single", SPACE, search().steps(), search().figures(), curves);
        var run = single.task().runs().apply(5);
        assertThat(run.seen().applyAsDouble(at("mean", 3e-4))).isEqualTo(0.25);
        assertThat(run.judged().applyAsDouble(at("mean", 3e-4))).isEqualTo(0.25);
    }

    @Test
    void a_training_that_diverged_is_as_bad_as_the_worst() {
        var run = search().task().runs().apply(0);
        assertThat(run.seen().applyAsDouble(at("mean", 1e-2))).isEqualTo(1.5);
        assertThat(run.judged().applyAsDouble(at("mean", 1e-2))).isEqualTo(1.5);
    }

    @Test
    void what_counts_of_a_training_is_its_best_epoch() {
        var curves = RecordedCurves.ofTasks(search(), 0);
        Assignment best = at("mean", 3e-4);
        assertThat(curves.outcome(best, curves.told(best, new SplittableRandom(1))))
                .containsExactly(0.8);
        assertThat(curves.judged(best)).containsExactly((0.6 + 0.4) / 2);
        assertThat(curves.all()).hasSize(6).extracting(Trial::values).contains(List.of(0.5), List.of(0.0));
    }

    @Test
    void says_what_was_not_recorded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search().curves(new Assignment(Map.of("text", "gru"))))
                .withMessageContaining("gru");
    }

    private static Assignment at(String text, double rate) {
        return SPACE.assign(parameter -> parameter.name().equals("text") ? text : rate);
    }

    private static RecordedSearch search() {
        var curves = new LinkedHashMap<Assignment, double[][][]>();
        double[][] poor = {{-0.5, 0}, {-0.25, 0.1}};
        SPACE.assignments(1).forEach(at -> curves.put(at, new double[][][] {poor, poor, poor}));
        curves.put(SPACE.assignments(1).findFirst().orElseThrow(), new double[][][] {{{-0.5, 0}, {-1, 0.1}}, poor, poor
        });
        curves.put(at("mean", 1e-2), new double[][][] {{}, {{-0.5, 0}}, {}});
        curves.put(at("mean", 3e-4), new double[][][] {
            {{0.75, 0.8}, {0.5, 0.9}}, {{0.25, 0.3}, {0.5, 0.6}}, {{0.25, 0.4}, {0.125, 0.7}}
        });
        return new RecordedSearch(
                "small",
                SPACE,
                List.of(1, 3),
                List.of(new RecordedSearch.Figure("score", true), new RecordedSearch.Figure("mood accuracy", true)),
                curves);
    }
}
