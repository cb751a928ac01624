package io.polyphony.frontend.component;

import io.polyphony.backend.experiment.SearchCatalog;
import io.polyphony.backend.experiment.space.Choice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How the field writes the names of what a search may choose: as their lines in the registries say. */
final class Spelling {
    private static final Map<String, String> TITLES = titles(SearchCatalog.all());

    private Spelling() {}

    /** The name as people write it, or what was given where nothing better is known. */
    static String of(String name, String otherwise) {
        return TITLES.getOrDefault(name, otherwise);
    }

    private static Map<String, String> titles(SearchCatalog catalog) {
        var titles = new HashMap<String, String>();
        Stream.of(
                        catalog.fusions().stream(),
                        catalog.lossWeightings().stream(),
                        catalog.measures().stream(),
                        catalog.encoders().values().stream().flatMap(Collection::stream),
                        catalog.training().stream()
                                .filter(knob -> !knob.numeric())
                                .flatMap(knob -> knob.options().stream()))
                .flatMap(choices -> choices)
                .forEach((Choice choice) -> titles.put(choice.name(), choice.title()));
        return titles;
    }
}
