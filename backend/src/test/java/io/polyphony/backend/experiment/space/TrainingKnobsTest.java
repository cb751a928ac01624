package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Sampling;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.RateSpec;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Direction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingKnobsTest {
    private static final List<String> TASKS = List.of("liked", "stars");
    private static final List<InputSpec> INPUTS = List.of(
            new InputSpec("table", Modality.TABULAR, List.of("price")),
            new InputSpec("text", Modality.TEXT, List.of("review")));
    private static final TaskFacts WANTED = new TaskFacts(TASKS, Set.of(TaskType.BINARY, TaskType.REGRESSION), false);
    private static final DataFacts FACTS =
            new DataFacts(List.of(Modality.TABULAR, Modality.TEXT), WANTED, 1000, new MediaFacts(40, 0, 0, 0, 0));

    @Test
    void what_is_left_as_usual_is_no_parameter() {
        assertThat(space(Map.of()).parameters().stream().map(parameter -> parameter.name()))
                .contains(Knobs.LABEL_SMOOTHING, Knobs.LEARNING_RATE)
                .doesNotContain(Knobs.OPTIMIZER, Knobs.SCHEDULE, Knobs.FREEZE + ".text", Knobs.SGD_RATE);
        var usual = DescentChoices.spec(
                new Assignment(Map.of(Knobs.LEARNING_RATE, 1e-3, Knobs.WEIGHT_DECAY, 1e-2)), TASKS, INPUTS, 10);
        assertThat(usual)
                .isEqualTo(DescentSpec.of(new AdamW(1e-3, 1e-2), new CosineSchedule(0.05))
                        .clipped(1));
    }

    /** Every option of every knob, tried by chance, becomes a training; first trials lie in the space. */
    @Test
    void every_option_can_be_chosen() {
        var wanted = new LinkedHashMap<String, List<String>>();
        TrainingKnobs.all().forEach(knob -> wanted.put(knob.name(), Choice.names(knob.options())));
        var space = space(wanted);
        var seen = new HashSet<Object>();
        samples(space).forEach(assignment -> {
            var spec = DescentChoices.spec(assignment, TASKS, INPUTS, 10);
            seen.add(spec.optimizer().getClass());
            seen.add(spec.schedule());
            seen.add(spec.clipNorm());
            seen.add("averaged over " + spec.averaging());
            seen.add(spec.rates().tasks().get("stars") + " times");
            seen.add(spec.rates().frozen().get("text") + " epochs");
        });
        assertThat(seen).hasSize(5 + 6 + 3 + 3 + 3 + 3);
        assertThat(FirstTrials.of(space, FACTS)).allMatch(space::contains).allSatisfy(first -> {
            var spec = DescentChoices.spec(first, TASKS, INPUTS, 10);
            assertThat(spec.optimizer()).isInstanceOf(AdamW.class);
            assertThat(spec.rates().frozen()).isEmpty();
            assertThat(spec.rates().tasks().values()).containsOnly(1.0);
        });
    }

    @Test
    void a_single_task_stops_when_it_is_best_anyway() {
        var one = new DataFacts(
                List.of(Modality.TEXT),
                new TaskFacts(List.of("liked"), Set.of(TaskType.BINARY), false),
                1000,
                new MediaFacts(40, 0, 0, 0, 0));
        assertThat(TrainingKnobs.names(FACTS)).contains(Knobs.STOPPING);
        assertThat(DefaultSpace.of(one, choices(Map.of(Knobs.STOPPING, List.of("each_task"))))
                        .parameters())
                .extracting(Parameter::name)
                .doesNotContain(Knobs.STOPPING);
    }

    @Test
    void what_is_said_of_one_task_goes_before_what_is_said_of_all() {
        var space = space(
                Map.of(Knobs.HEAD_RATE, List.of("3"), "head_rate.stars", List.of("0.3"), "freeze.text", List.of("1")));
        assertThat(samples(space))
                .allSatisfy(assignment -> assertThat(DescentChoices.spec(assignment, TASKS, INPUTS, 10)
                                .rates())
                        .isEqualTo(new RateSpec(Map.of("liked", 3.0, "stars", 0.3), Map.of("text", 10))));
    }

    @Test
    void only_what_reads_a_rate_has_it() {
        for (var name : List.of("adamw", "adam", "sgd", "rmsprop", "lion")) {
            assertThat(samples(space(Map.of(Knobs.OPTIMIZER, List.of(name))))).allSatisfy(assignment -> {
                assertThat(assignment.has(Knobs.SGD_RATE)).isEqualTo(name.equals("sgd"));
                assertThat(assignment.has(Knobs.LION_RATE)).isEqualTo(name.equals("lion"));
                assertThat(assignment.has(Knobs.WEIGHT_DECAY)).isEqualTo(!name.equals("adam"));
                assertThat(DescentChoices.spec(assignment, TASKS, INPUTS, 10)
                                .optimizer()
                                .learningRate())
                        .isPositive();
            });
        }
    }

    /** Every way to draw and vary rows, and every loss, can be reached. */
    @Test
    void rows_are_drawn_and_varied_as_chosen() {
        var wanted = new LinkedHashMap<String, List<String>>();
        Stream.of(DataKnobs.LINES, HeadKnobs.LINES)
                .flatMap(List::stream)
                .forEach(knob -> wanted.put(knob.name(), Choice.names(knob.options())));
        var facts = new DataFacts(List.of(Modality.values()), WANTED, 1000, new MediaFacts(40, 28, 3, 1, 8000));
        var space = DefaultSpace.of(facts, choices(wanted));
        var seen = new HashSet<Object>();
        samples(space).forEach(assignment -> {
            var varied = DataChoices.augment(assignment);
            var loss = DataChoices.loss(assignment);
            seen.add(varied.sampling());
            seen.add(varied.mirror());
            seen.add("pictures " + varied.image());
            seen.add("sounds " + varied.audio());
            seen.add("voices " + varied.voices());
            seen.add("texts " + varied.text());
            seen.add("series " + varied.series());
            seen.add("mixed " + varied.mixup());
            seen.add("weights " + loss.classWeights());
            seen.add("focus " + loss.focus());
            seen.add(loss.regressionLoss());
            assertThat(varied.sampling() != Sampling.EVEN && (loss.classWeights() || loss.focus() > 0))
                    .as("one way at a time")
                    .isFalse();
        });
        assertThat(seen).hasSize(3 + 3 + 3 + 3 + 3 + 3 + 3 + 3 + 2 + 2 + 3);
        assertThat(DataChoices.augment(new Assignment(Map.of()))).isEqualTo(AugmentSpec.none());
    }

    @Test
    void what_these_data_do_not_have_cannot_be_varied() {
        assertThat(TrainingKnobs.names(FACTS)).contains(Knobs.TEXT_AUGMENT, Knobs.CLASS_BALANCE);
        assertThat(space(Map.of(Knobs.MIRROR, List.of("sideways"), Knobs.SERIES_AUGMENT, List.of("1")))
                        .parameters())
                .extracting(Parameter::name)
                .doesNotContain(Knobs.MIRROR, Knobs.SERIES_AUGMENT, Knobs.MEDIA_AUGMENT);
    }

    /** Also in the wizard, which shows what concerns the tasks. */
    @Test
    void what_these_tasks_do_not_have_is_not_offered() {
        assertThat(offered(TaskType.BINARY)).contains(Knobs.LABEL_SMOOTHING).doesNotContain(Knobs.REGRESSION_LOSS);
        assertThat(offered(TaskType.REGRESSION))
                .contains(Knobs.REGRESSION_LOSS)
                .doesNotContain(Knobs.LABEL_SMOOTHING, Knobs.CLASS_BALANCE, Knobs.COUNTING);
        assertThat(offered(TaskType.VECTOR, TaskType.MULTILABEL))
                .contains(Knobs.REGRESSION_LOSS, Knobs.LABEL_SMOOTHING, Knobs.CLASS_BALANCE);
        assertThat(offered(TaskType.ORDINAL)).contains(Knobs.CLASS_BALANCE).doesNotContain(Knobs.LABEL_SMOOTHING);
        assertThat(offered(TaskType.SEGMENTATION, TaskType.DETECTION))
                .doesNotContain(Knobs.LABEL_SMOOTHING, Knobs.CLASS_BALANCE);
        assertThat(offered(TaskType.COUNT)).contains(Knobs.COUNTING).doesNotContain(Knobs.REGRESSION_LOSS);
        assertThat(offered(TaskType.FORECAST))
                .contains(Knobs.FORECAST_START)
                .doesNotContain(Knobs.REGRESSION_LOSS, Knobs.COUNTING);
        assertThat(offered(TaskType.REGRESSION)).doesNotContain(Knobs.FORECAST_START);
        assertThat(offered(TaskType.SEGMENTATION)).doesNotContain(Knobs.HEAD);
        assertThat(offered(TaskType.SEGMENTATION, TaskType.BINARY)).contains(Knobs.HEAD);
    }

    /** Of the wizard and of the space that is searched: the same. */
    @Test
    void options_that_no_task_reads_are_not_offered() {
        var balance = TrainingKnobs.named(Knobs.CLASS_BALANCE);
        assertThat(Choice.names(balance.options(facts("any", TaskType.ORDINAL))))
                .doesNotContain("focal");
        assertThat(Choice.names(balance.options(facts("any", TaskType.MULTILABEL))))
                .containsExactly("none", "weights");
        assertThat(balance.options(facts("any", TaskType.MULTICLASS))).isEqualTo(balance.options());
    }

    /** Metrics that ask for a loss leave none open. */
    @Test
    void a_loss_is_offered_where_the_metric_leaves_it_open() {
        var loss = TrainingKnobs.named(Knobs.REGRESSION_LOSS);
        assertThat(loss.concerns(facts("mae", TaskType.REGRESSION))).isTrue();
        assertThat(loss.concerns(facts("rmse", TaskType.REGRESSION))).isFalse();
        assertThat(loss.concerns(facts("pinball_10", TaskType.REGRESSION))).isFalse();
    }

    @Test
    void what_no_allowed_encoder_reads_is_not_offered() {
        var wave = List.of("realmlp");
        assertThat(TrainingKnobs.read(FACTS, modality -> modality == Modality.TABULAR ? wave : List.of("tfidf")))
                .extracting(TrainingKnob::name)
                .contains(Knobs.TABLE_NUMBERS)
                .doesNotContain(Knobs.TEXT_TOKENS);
        assertThat(TrainingKnobs.read(FACTS, _ -> List.of("transformer")))
                .extracting(TrainingKnob::name)
                .contains(Knobs.TEXT_TOKENS)
                .doesNotContain(Knobs.TABLE_NUMBERS);
    }

    /** The past of a forecast is never varied. */
    @Test
    void series_that_are_forecast_are_not_varied() {
        var varied = TrainingKnobs.named(Knobs.SERIES_AUGMENT);
        var seen = List.of(Modality.SERIES);
        assertThat(varied.concerns(new DataFacts(seen, WANTED, 1000, MediaFacts.NONE)))
                .isTrue();
        var ahead = new TaskFacts(List.of("load"), Set.of(TaskType.FORECAST), false);
        assertThat(varied.concerns(new DataFacts(seen, ahead, 1000, MediaFacts.NONE)))
                .isFalse();
    }

    private static DataFacts facts(String metric, TaskType type) {
        var task = new ExperimentTask(type.name(), type, metric, Direction.MINIMIZE);
        var seen = List.of(Modality.TABULAR);
        return new DataFacts(seen, TaskFacts.of(List.of(task), seen), 1000, MediaFacts.NONE);
    }

    private static List<String> offered(TaskType... types) {
        var tasks = Stream.of(types)
                .map(type -> new ExperimentTask(type.name(), type, "any", Direction.MAXIMIZE))
                .toList();
        var seen = List.of(Modality.IMAGE);
        var facts = new DataFacts(seen, TaskFacts.of(tasks, seen), 1000, MediaFacts.NONE);
        return TrainingKnobs.all().stream()
                .filter(knob -> knob.concerns(facts))
                .map(TrainingKnob::name)
                .toList();
    }

    @Test
    void everything_is_explained_in_a_sentence() {
        assertThat(HeadChoices.all())
                .hasSize(TaskType.values().length)
                .allSatisfy(head ->
                        assertThat(head.explanation()).hasSizeBetween(30, 160).endsWith("."));
        assertThat(TrainingKnobs.all()).containsAll(TrainingKnobs.heads()).allSatisfy(knob -> {
            assertThat(knob.explanation()).hasSizeBetween(30, 160).endsWith(".");
            assertThat(Choice.usual(knob.options())).isNotEmpty();
            assertThat(knob.options())
                    .allSatisfy(option -> assertThat(option.explanation())
                            .hasSizeBetween(8, 160)
                            .endsWith("."));
        });
    }

    private static SearchSpace space(Map<String, List<String>> training) {
        return DefaultSpace.of(FACTS, choices(training));
    }

    private static SearchChoices choices(Map<String, List<String>> training) {
        return new SearchChoices(
                List.of("late"), List.of("equal"), Map.of(), training, "random", "none", true, 10, "none");
    }

    private static Stream<Assignment> samples(SearchSpace space) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(200);
    }
}
