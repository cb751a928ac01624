package io.polyphony.hpo.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Constraint;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.categorical("fusion", "average", "gated"),
            Parameter.real("gate", 0, 1).when("fusion", "gated"),
            Parameter.real("lr", 1e-4, 1e-1).log());

    /** Two kinds of data: those that want large steps and averages, and those that want small steps and gates. */
    private static final EarlierSearch LARGE = search("large", at -> (at.has("gate") ? 1 : 0) + off(at, -1.5));

    private static final EarlierSearch SMALL = search("small", at -> (at.has("gate") ? 0 : 1) + off(at, -3.5));

    @Test
    void covers_every_earlier_search_with_few_members_and_says_where_they_come_from() {
        Portfolio portfolio = Portfolio.learn(SPACE, List.of(LARGE, SMALL, LARGE), 2);
        assertThat(portfolio.members()).hasSize(2);
        Portfolio.Member first = portfolio.members().getFirst();
        assertThat(first.search()).isEqualTo("large");
        assertThat(first.serves()).containsExactly("large", "large");
        assertThat(Math.log10(first.assignment().real("lr"))).isBetween(-2.0, -1.0);
        assertThat(LARGE.trials().get(first.trial()).assignment()).isEqualTo(first.assignment());
        Portfolio.Member second = portfolio.members().getLast();
        assertThat(second.serves()).containsExactly("small");
        assertThat(second.assignment().text("fusion")).isEqualTo("gated");
    }

    @Test
    void members_guess_differently_at_what_no_earlier_search_knew() {
        var wider = new SearchSpace(Stream.concat(
                        SPACE.parameters().stream(),
                        Stream.of(Parameter.categorical("network", "mlp", "resnet", "rnn")))
                .toList());
        var members = Portfolio.learn(wider, List.of(LARGE, SMALL), 2).assignments();
        assertThat(members)
                .hasSize(2)
                .extracting(member -> member.text("network"))
                .doesNotHaveDuplicates();
        assertThat(members.getFirst().text("network")).isEqualTo("mlp");
    }

    @Test
    void every_fourth_member_is_as_unlike_the_others_as_anything_that_was_tried() {
        var large = search("large gates", at -> (at.has("gate") ? 0 : 1) + off(at, -1.5));
        var small = search("small averages", at -> (at.has("gate") ? 1 : 0) + off(at, -3.5));
        var members =
                Portfolio.learn(SPACE, List.of(LARGE, SMALL, large, small), 4).members();
        assertThat(members).hasSize(4);
        var layout = Layout.of(SPACE);
        ToDoubleFunction<Assignment> apart = at -> members.subList(0, 3).stream()
                .mapToDouble(member -> layout.distance(layout.point(at), layout.point(member.assignment())))
                .min()
                .orElseThrow();
        double farthest = Stream.of(LARGE, SMALL, large, small)
                .flatMap(search -> search.trials().stream())
                .mapToDouble(trial -> apart.applyAsDouble(trial.assignment()))
                .max()
                .orElseThrow();
        assertThat(apart.applyAsDouble(members.getLast().assignment()))
                .isEqualTo(farthest)
                .isGreaterThan(0.2);
    }

    @Test
    void what_is_expected_does_not_hang_on_what_nobody_chose() {
        var rates = SearchSpace.of(Parameter.real("lr", 1e-4, 1e-1).log());
        var experience = Experience.of(SMALL, rates).orElseThrow();
        double unknown = experience.regret(new Assignment(Map.of("lr", 3e-4)));
        assertThat(unknown)
                .isGreaterThan(experience.regret(new Assignment(Map.of("lr", 3e-4, "fusion", "gated", "gate", 0.5))))
                .isLessThan(experience.regret(new Assignment(Map.of("lr", 3e-4, "fusion", "average"))));
    }

    @Test
    void speaks_the_new_spaces_language() {
        var narrow = SearchSpace.of(
                        Parameter.categorical("fusion", "late", "average"),
                        Parameter.ordinal("lr", 1e-3, 1e-2),
                        Parameter.real("dropout", 0, 0.5).step(0.1),
                        Parameter.integer("width", 8, 64))
                .with(Constraint.product(1, "lr", "width"));
        var members = Portfolio.learn(narrow, List.of(LARGE, SMALL), 8).assignments();
        assertThat(members).isNotEmpty().allMatch(narrow::contains).doesNotHaveDuplicates();
        assertThat(members.getFirst().text("fusion")).isEqualTo("average");
        assertThat(members.getFirst().real("lr")).isEqualTo(1e-2);
        assertThat(members.getFirst().real("dropout")).isEqualTo(0.3);
    }

    @Test
    void is_the_same_every_time_and_empty_without_experience() {
        assertThat(Portfolio.learn(SPACE, List.of(LARGE, SMALL), 8))
                .isEqualTo(Portfolio.learn(SPACE, List.of(LARGE, SMALL), 8));
        var few = new EarlierSearch(
                "few", SPACE, LARGE.objectives(), LARGE.trials().subList(0, 9));
        var foreign = SearchSpace.of(Parameter.real("alcohol", 0, 1));
        assertThat(Portfolio.learn(SPACE, List.of(few), 8).members()).isEmpty();
        assertThat(Portfolio.learn(foreign, List.of(LARGE), 8).members()).isEmpty();
        assertThat(Portfolio.learn(SPACE, List.of(), 8).members()).isEmpty();
    }

    @Test
    void what_failed_or_missed_a_limit_teaches_nothing_good() {
        var limited = new EarlierSearch(
                "limited",
                SPACE,
                List.of(
                        Objective.minimize("loss"),
                        Objective.minimize("milliseconds").only(20)),
                LARGE.trials().stream().map(PortfolioTest::withLatency).toList());
        assertThat(Portfolio.learn(SPACE, List.of(limited), 3).assignments())
                .isNotEmpty()
                .allMatch(assignment -> assignment.has("gate"));
    }

    private static Trial withLatency(Trial trial) {
        Assignment at = trial.assignment();
        return trial.number() % 7 == 0
                ? Trial.failed(trial.number(), at)
                : Trial.completed(trial.number(), at, trial.values().getFirst(), at.has("gate") ? 5.0 : 50.0);
    }

    @Test
    void what_a_space_cannot_say_becomes_the_nearest() {
        var whole = SearchSpace.of(
                Parameter.integer("width", 8, 64).step(8),
                Parameter.ordinal("size", "small", "large"),
                Parameter.real("dropout", 0, 0.4).step(0.1),
                Parameter.real("rate", 0, 1));
        var near = Translation.into(
                whole, new Assignment(Map.of("width", 21, "size", "huge", "dropout", 0.55, "rate", -1)));
        assertThat(near).hasValue(new Assignment(Map.of("width", 24, "size", "large", "dropout", 0.4, "rate", 0.0)));
    }

    private static double off(Assignment at, double exponent) {
        return Math.pow(Math.log10(at.real("lr")) - exponent, 2);
    }

    private static EarlierSearch search(String name, ToDoubleFunction<Assignment> loss) {
        var random = new SplittableRandom(name.hashCode());
        List<Trial> trials = IntStream.range(0, 60)
                .mapToObj(number -> {
                    Assignment at = SPACE.sample(random);
                    return Trial.completed(number, at, loss.applyAsDouble(at));
                })
                .toList();
        return new EarlierSearch(name, SPACE, List.of(Objective.minimize("loss")), trials);
    }
}
