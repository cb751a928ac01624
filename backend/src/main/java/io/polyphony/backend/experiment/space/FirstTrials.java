package io.polyphony.backend.experiment.space;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link Recipes} that are tried before the sampler is asked: small and safe first. */
public final class FirstTrials {
    /** Leans towards the first task, so that the recipe is not the equal one again. */
    private static final double LEAN = 0.7;

    private FirstTrials() {}

    /**
     * The recipes as assignments of this space, each once; a choice that the space does not offer becomes its first one, a number the middle one.
     *
     * @param facts what the space depends on
     */
    public static List<Assignment> of(SearchSpace space, DataFacts facts) {
        var recipes = new ArrayList<>(forAll(facts));
        if (offers(space, Knobs.NUMBER_LINE, Knobs.FITTED)) {
            recipes.add(1, Recipes.LINED);
        }
        if (numbers(space) && offers(space, Knobs.TABLE_ENCODER, Knobs.LINEAR)) {
            recipes.add(1, Recipes.STRAIGHT);
        }
        if (offers(space, Knobs.TABLE_ENCODER, Knobs.MINIROCKET)) {
            recipes.add(1, Recipes.STEPS);
        }
        if (!facts.tasks().forecasts() && offers(space, Knobs.SERIES_ENCODER, Knobs.VECTOR)) {
            recipes.add(2, Recipes.UNORDERED);
        }
        if (offers(space, Knobs.IMAGE_ENCODER, Knobs.PATCHES) || offers(space, Knobs.AUDIO_ENCODER, Knobs.PATCHES)) {
            recipes.add(1, Recipes.PATCHED);
        }
        if (offers(space, Knobs.AUDIO_ENCODER, Knobs.FUNCTIONALS)) {
            recipes.add(1, Recipes.WHOLE);
        }
        if (facts.tasks().draws()) {
            recipes.add(1, Recipes.STILL);
        }
        if (facts.tasks().forecasts()) {
            recipes.addAll(1, List.of(Recipes.GRADUAL, Recipes.EVENLY, Recipes.NEAR, Recipes.KERNELS, Recipes.NUMBERS));
        }
        return recipes.stream()
                .map(recipe -> assignment(space, recipe, facts))
                .distinct()
                .toList();
    }

    /** Without inputs to fuse and tasks to weigh, most of them are the same forecast again. */
    private static List<Map<String, Object>> forAll(DataFacts facts) {
        boolean alone = facts.tasks().forecasts() && !facts.fuses() && !facts.shares();
        return alone ? Recipes.FOR_ALL.subList(0, 2) : Recipes.FOR_ALL;
    }

    private static Assignment assignment(SearchSpace space, Map<String, Object> recipe, DataFacts facts) {
        var wanted = new HashMap<String, Object>(Recipes.BASE);
        if (facts.tasks().forecasts()) {
            wanted.putAll(Recipes.FORECAST);
        }
        if (space.parameter(Knobs.MEDIA_AUGMENT).isPresent()) {
            wanted.putAll(Recipes.MEDIA);
        }
        if (facts.media().large()) {
            wanted.put(Knobs.IMAGE_BLOCKS, 4);
        }
        if (space.parameter(Knobs.TEXT_AUGMENT).isPresent()) {
            wanted.putAll(Recipes.TEXT);
        }
        boolean numbers = numbers(space);
        if (numbers) {
            wanted.putAll(Recipes.TABLE);
        }
        space.parameter(Knobs.IMAGE_SIZE).ifPresent(size -> wanted.put(Knobs.IMAGE_SIZE, size.at(0)));
        space.parameter(Knobs.EPOCHS).ifPresent(epochs -> wanted.put(Knobs.EPOCHS, epochs.at(numbers ? 1 : 0)));
        space.parameters().stream()
                .map(Parameter::name)
                .filter(name -> name.startsWith(Knobs.WEIGHT))
                .findFirst()
                .ifPresent(name -> wanted.put(name, LEAN));
        wanted.putAll(recipe);
        if (facts.tasks().draws()) {
            wanted.putAll(Recipes.DRAWN);
        }
        return space.assign(parameter -> value(parameter, wanted(wanted, parameter.name())));
    }

    /** Whether there is nothing but tables. */
    private static boolean numbers(SearchSpace space) {
        return space.parameter(Knobs.MEDIA_AUGMENT).isEmpty()
                && space.parameter(Knobs.TEXT_AUGMENT).isEmpty()
                && space.parameter(Knobs.SERIES_ENCODER).isEmpty();
    }

    private static boolean offers(SearchSpace space, String name, String choice) {
        return space.parameter(name)
                .filter(parameter -> parameter.accept(choice).isPresent())
                .isPresent();
    }

    /** What is wanted of a parameter, else of all that begin like it. */
    private static @Nullable Object wanted(Map<String, Object> wanted, String name) {
        var own = wanted.get(name);
        return own == null && name.contains(".") ? wanted.get(name.substring(0, name.indexOf('.'))) : own;
    }

    private static Object value(Parameter parameter, @Nullable Object wanted) {
        return Stream.ofNullable(wanted)
                .flatMap(value -> parameter.accept(value).stream())
                .findFirst()
                .orElseGet(() -> parameter.ordered() ? parameter.at(0.5) : parameter.valueAt(0));
    }
}
