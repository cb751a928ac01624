package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.pruner.Setting;
import java.util.List;

/**
 * A pruner that may be named, with the numbers that it may be given.
 *
 * @param usual whether it is the recommended one
 * @param settings by whose names {@link SearchRequest#prunerSettings} gives numbers
 * @param limits whether these may also name objectives, each with the worst value that goes on
 */
public record PrunerChoice(
        String name, String title, boolean usual, String explanation, List<Setting> settings, boolean limits) {
    public PrunerChoice {
        settings = List.copyOf(settings);
    }

    /** All, the recommended first. */
    public static List<PrunerChoice> all() {
        return Pruners.all().stream()
                .map(kind -> new PrunerChoice(
                        kind.name(),
                        Choice.written(kind.name()),
                        kind.name().equals(Pruners.RECOMMENDED),
                        kind.explanation(),
                        kind.settings(),
                        kind.limits()))
                .toList();
    }

    /** The one of that name. */
    public static PrunerChoice named(String name) {
        return all().stream()
                .filter(pruner -> pruner.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no pruner (%s).".formatted(name)));
    }

    /** Without its settings. */
    public Choice choice() {
        return new Choice(name, title, usual, explanation);
    }
}
