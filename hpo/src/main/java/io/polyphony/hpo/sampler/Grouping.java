package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which parameters a sampler looks at together. */
public enum Grouping {
    /** All of them: sees every interaction. */
    JOINT,
    /** Those with the same condition: sees interactions within a branch of a conditional space. */
    BRANCH,
    /** Each alone. */
    SINGLE;

    /** The groups, parents before children. */
    List<List<Parameter>> groups(SearchSpace space) {
        return switch (this) {
            case JOINT -> List.of(space.parameters());
            case BRANCH -> byCondition(space);
            case SINGLE -> space.parameters().stream().map(List::of).toList();
        };
    }

    private static List<List<Parameter>> byCondition(SearchSpace space) {
        var groups = new LinkedHashMap<Optional<?>, List<Parameter>>();
        for (Parameter parameter : space.parameters()) {
            groups.computeIfAbsent(parameter.condition(), _ -> new ArrayList<>())
                    .add(parameter);
        }
        return List.copyOf(groups.values());
    }
}
