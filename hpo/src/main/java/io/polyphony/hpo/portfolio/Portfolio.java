package io.polyphony.hpo.portfolio;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * First trials that together did well in every earlier search: chosen one after the other, each the one that helps most where those before it
 * are weak (greedy portfolios: Feurer et al., Auto-sklearn 2.0, JMLR 23, 2022). What nobody tried in a search, a random forest of that search tells; what a member's
 * search did not know at all, every member guesses differently. Every fourth member is an insurance: of all that was tried anywhere, what is least like the members
 * before it, for the new search may be like none of the earlier ones.
 */
public record Portfolio(List<Member> members) {

    private static final double NOTABLE = 0.1;
    private static final int INSURED = 4;

    public Portfolio {
        members = List.copyOf(members);
    }

    /**
     * One first trial, and where it comes from.
     *
     * @param assignment of the new search's space
     * @param search     the earlier search that tried it
     * @param trial      the number of its trial there
     * @param serves     the earlier searches of which no member before it promised nearly as much
     */
    public record Member(Assignment assignment, String search, int trial, List<String> serves) {}

    /**
     * Learns from earlier searches. Searches with fewer than 10 completed trials, or with no parameter in common, say nothing.
     *
     * @param space of the new search
     * @param size  how many members at most; there are fewer where none more would help
     */
    public static Portfolio learn(SearchSpace space, List<EarlierSearch> earlier, int size) {
        List<Experience> experiences = earlier.stream()
                .flatMap(search -> Experience.of(search, space).stream())
                .toList();
        var members = new ArrayList<Member>();
        var reached = new double[experiences.size()];
        Arrays.fill(reached, 1);
        while (members.size() < size) {
            Optional<Candidate> next = members.size() % INSURED == INSURED - 1
                    ? unlike(space, candidates(space, experiences, members, Experience::trials), members)
                    : best(candidates(space, experiences, members, Experience::best), reached);
            if (next.isEmpty()) {
                break;
            }
            members.add(next.get().member(reached));
            Arrays.setAll(reached, e -> Math.min(reached[e], next.get().regret(e)));
        }
        return new Portfolio(members);
    }

    /** The members' assignments, in the order in which they are to be tried. */
    public List<Assignment> assignments() {
        return members.stream().map(Member::assignment).toList();
    }

    /** None is a member. Each member has another guess at what its search did not know. */
    private static List<Candidate> candidates(
            SearchSpace space,
            List<Experience> experiences,
            List<Member> members,
            Function<Experience, List<Trial>> trials) {
        var known = members.stream().map(Member::assignment).collect(Collectors.toSet());
        Map<Assignment, Candidate> candidates = new LinkedHashMap<>();
        for (Experience from : experiences) {
            for (Trial trial : trials.apply(from)) {
                Translation.into(space, trial.assignment(), members.size())
                        .filter(assignment -> !known.contains(assignment))
                        .ifPresent(assignment -> candidates.computeIfAbsent(
                                assignment, _ -> new Candidate(assignment, from, trial, experiences)));
            }
        }
        return new ArrayList<>(candidates.values());
    }

    /** The one that is farthest from the nearest member, among equals the first. */
    private static Optional<Candidate> unlike(SearchSpace space, List<Candidate> candidates, List<Member> members) {
        var layout = Layout.of(space);
        List<double[]> taken = members.stream()
                .map(member -> layout.point(member.assignment()))
                .toList();
        return candidates.stream().max(Comparator.comparingDouble(candidate -> {
            double[] point = layout.point(candidate.assignment);
            return taken.stream()
                    .mapToDouble(other -> layout.distance(point, other))
                    .min()
                    .orElse(0);
        }));
    }

    /** The one that gains most, among equals the first; empty if none gains. */
    private static Optional<Candidate> best(List<Candidate> candidates, double[] reached) {
        Candidate best = null;
        double greatest = 0;
        for (Candidate candidate : candidates) {
            double gain = candidate.gain(reached);
            if (gain > greatest) {
                greatest = gain;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @param from the experience whose trial it is */
    private record Candidate(Assignment assignment, Experience from, Trial trial, List<Experience> experiences) {

        /** By how much it lowers the weighted sum of what the portfolio leaves to be regretted. */
        double gain(double[] reached) {
            double gain = 0;
            for (int e = 0; e < reached.length; e++) {
                gain += experiences.get(e).weight() * Math.max(0, reached[e] - regret(e));
            }
            return gain;
        }

        double regret(int experience) {
            return experiences.get(experience).regret(assignment);
        }

        Member member(double[] reached) {
            List<String> serves = IntStream.range(0, reached.length)
                    .filter(e -> regret(e) < reached[e] - NOTABLE)
                    .mapToObj(e -> experiences.get(e).search().name())
                    .toList();
            return new Member(assignment, from.search().name(), trial.number(), serves);
        }
    }
}
