package io.polyphony.frontend.component;

import io.polyphony.backend.experiment.SearchCatalog;
import io.polyphony.backend.experiment.space.Choice;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
        var several = new HashSet<String>();
        Stream.of(
                        catalog.fusions().stream(),
                        catalog.lossWeightings().stream(),
                        catalog.measures().stream(),
                        catalog.encoders().values().stream().flatMap(Collection::stream),
                        catalog.training().stream()
                                .filter(knob -> !knob.numeric())
                                .flatMap(knob -> knob.options().stream()))
                .flatMap(choices -> choices)
                .forEach((Choice choice) -> {
                    var other = titles.put(choice.name(), choice.title());
                    if (other != null && !other.equals(choice.title())) {
                        several.add(choice.name());
                    }
                });
        // What is called otherwise in each place ("none" is "Off", "Nothing" and "One") has no title of its own.
        several.forEach(titles::remove);
        return titles;
    }
}
