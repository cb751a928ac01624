package io.polyphony.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polyphony.hpo.pruner.AshaPruner;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.sampler.Grouping;
import io.polyphony.hpo.sampler.RandomSampler;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.sampler.TpeSampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyTest {

    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.categorical("fusion", "average", "gated"),
            Parameter.real("gate", 0, 1).when("fusion", "gated"),
            Parameter.real("lr", 1e-4, 1e-1).log());
    private static final List<Objective> LOSS = List.of(Objective.minimize("loss"));
    private static final Assignment PLAIN = new Assignment(Map.of("fusion", "average", "lr", 1e-3));
    private static final Assignment GATED = new Assignment(Map.of("fusion", "gated", "gate", 0.5, "lr", 1e-3));

    @Test
    void hands_the_portfolio_out_first_and_each_part_once() {
        Study study = study(PLAIN, GATED, PLAIN);
        assertThat(study.ask(List.of())).isEqualTo(PLAIN);
        assertThat(study.ask(List.of(Trial.waiting(0, PLAIN)))).isEqualTo(GATED);
        assertThat(study.ask(List.of(Trial.failed(0, GATED)))).isEqualTo(PLAIN);
        assertThat(study.ask(List.of(Trial.waiting(0, PLAIN), Trial.waiting(1, GATED))))
                .isNotIn(PLAIN, GATED);
    }

    @Test
    void recognises_a_proposal_whose_numbers_came_back_as_another_type() {
        var whole = SearchSpace.of(Parameter.real("x", 0, 1));
        var study = new Study(
                whole, LOSS, new RandomSampler(), new NoPruner(), List.of(new Assignment(Map.of("x", 1.0))), 1);
        assertThat(study.ask(List.of(Trial.waiting(0, new Assignment(Map.of("x", 1))))))
                .isNotEqualTo(new Assignment(Map.of("x", 1.0)));
    }

    @Test
    void takes_for_the_same_only_what_agrees_in_every_value() {
        var near = new Assignment(Map.of("fusion", "gated", "gate", 0.25, "lr", 1e-3));
        var shorter = new Assignment(Map.of("fusion", "gated", "lr", 1e-3));
        assertThat(study(GATED)
                        .ask(List.of(Trial.waiting(0, near), Trial.waiting(1, shorter), Trial.waiting(2, PLAIN))))
                .isEqualTo(GATED);
    }

    @Test
    void proposals_differ_by_seed_and_by_number() {
        List<Assignment> asked = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            asked.add(new Study(SPACE, LOSS, new RandomSampler(), new NoPruner(), List.of(), seed).ask(List.of()));
            asked.add(new Study(SPACE, LOSS, new RandomSampler(), new NoPruner(), List.of(), seed)
                    .ask(List.of(Trial.failed(0, PLAIN))));
        }
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void no_trial_repeats_the_random_numbers_of_another() {
        var space = SearchSpace.of(
                Parameter.real("a", 0, 1),
                Parameter.real("b", 0, 1),
                Parameter.real("c", 0, 1),
                Parameter.real("d", 0, 1));
        var study = new Study(space, LOSS, new RandomSampler(), new NoPruner(), List.of(), 1);
        List<Trial> history = new ArrayList<>();
        List<Object> drawn = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            Assignment next = study.ask(history);
            drawn.addAll(next.values().values());
            history.add(Trial.waiting(number, next));
        }
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void a_search_cut_off_anywhere_goes_on_as_if_nothing_had_happened() {
        Study study = study(PLAIN, GATED);
        List<Trial> whole = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            Assignment assignment = study.ask(whole);
            whole.add(Trial.completed(number, assignment, Math.abs(assignment.real("lr") - 0.01)));
        }
        for (int cut = 0; cut < 25; cut++) {
            assertThat(study(PLAIN, GATED).ask(whole.subList(0, cut)))
                    .isEqualTo(whole.get(cut).assignment());
        }
    }

    @Test
    void prunes_by_its_pruner() {
        List<Trial> others = List.of(
                Trial.running(0, PLAIN, at3(0.1)),
                Trial.running(1, GATED, at3(0.2)),
                Trial.running(2, PLAIN, at3(9.9)));
        assertThat(study().shouldPrune(Trial.running(2, PLAIN, at3(0.3)), others))
                .isTrue();
        assertThat(study().shouldPrune(Trial.running(2, PLAIN, at3(0.05)), others))
                .isFalse();
    }

    @Test
    void refuses_what_does_not_belong_and_says_why() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(new Assignment(Map.of("fusion", "average", "lr", 5.0))))
                .withMessageContaining("lr=5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study().ask(List.of(Trial.completed(3, PLAIN, 1.0, 2.0))))
                .withMessageContaining("trial 3")
                .withMessageContaining("1 objectives");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Study(SPACE, List.of(), new RandomSampler(), new NoPruner(), List.of(), 1))
                .withMessageContaining("no objective");
    }

    @Test
    void what_is_enqueued_comes_after_the_portfolio() {
        Study study = study(PLAIN).enqueue(GATED);
        assertThat(study.ask(List.of(Trial.waiting(0, PLAIN)))).isEqualTo(GATED);
    }

    @Test
    void ends_when_little_is_to_be_gained_and_not_before() {
        Study bowl = new Study(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                LOSS,
                Samplers.named("ensemble"),
                new NoPruner(),
                List.of(),
                3);
        List<Trial> history = new ArrayList<>();
        while (history.size() < 10) {
            step(bowl, history);
        }
        assertThat(bowl.outlook(history, 0.01).worthwhile())
                .as("too early to tell")
                .isTrue();
        assertThat(bowl.outlook(history, 0.01).reason()).contains("it takes 16");
        while (history.size() < 40) {
            step(bowl, history);
        }
        Outlook outlook = bowl.outlook(history, 0.01);
        assertThat(outlook.worthwhile()).as(outlook.reason()).isFalse();
        assertThat(outlook.gain().orElseThrow()).isLessThan(0.01);
        assertThat(outlook.reason()).contains("less than 0.01 is not worth a trial");
    }

    @Test
    void ends_when_the_front_hardly_widens() {
        Study line = new Study(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(Objective.minimize("there"), Objective.minimize("back")),
                Samplers.named("ensemble"),
                new NoPruner(),
                List.of(),
                3);
        List<Trial> history = new ArrayList<>();
        while (history.size() < 16) {
            Assignment next = line.ask(history);
            history.add(Trial.completed(history.size(), next, next.real("x"), 1 - next.real("x")));
        }
        assertThat(line.outlook(history, 1e-3).worthwhile()).isTrue();
        assertThat(line.outlook(history, 0.5).worthwhile()).isFalse();
        assertThat(line.outlook(history, 0.5).reason()).contains("widen the front");
    }

    private static void step(Study study, List<Trial> history) {
        Assignment next = study.ask(history);
        history.add(Trial.completed(history.size(), next, Math.pow(next.real("x") - 0.3, 2)));
    }

    private static List<Report> at3(double value) {
        return List.of(new Report(3, List.of(value)));
    }

    private static Study study(Assignment... first) {
        return new Study(SPACE, LOSS, new TpeSampler(Grouping.JOINT), new AshaPruner(3, 3), List.of(first), 42);
    }
}
