package io.polyphony.engine.sharing;

import java.util.Set;
import java.util.function.Function;

/**
 * A way of sharing that can be chosen by name.
 *
 * @param name in searches and in stored networks
 * @param title the name as people write it
 * @param spec its record
 * @param usual whether a search that has time for it tries it without being asked to
 * @param reads which of the settings it reads besides width and dropout
 * @param explanation one sentence for people: what it does and when it is good
 */
public record SharingKind(
        String name,
        String title,
        Class<? extends SharingSpec> spec,
        boolean usual,
        Set<Setting> reads,
        String explanation,
        Function<SharingSettings, SharingSpec> make) {
    public SharingKind {
        reads = Set.copyOf(reads);
    }

    /** A setting that only some have. */
    public enum Setting {
        DEPTH,
        EXPERTS
    }

    /** One that every search with time for it tries. */
    static SharingKind usual(
            String name,
            String title,
            Class<? extends SharingSpec> spec,
            Function<SharingSettings, SharingSpec> make,
            String why,
            Setting... reads) {
        return new SharingKind(name, title, spec, true, Set.of(reads), why, make);
    }

    /** One that a search tries when its name is given. */
    static SharingKind special(
            String name,
            String title,
            Class<? extends SharingSpec> spec,
            Function<SharingSettings, SharingSpec> make,
            String why,
            Setting... reads) {
        return new SharingKind(name, title, spec, false, Set.of(reads), why, make);
    }

    /** The way of sharing with these settings. */
    public SharingSpec of(SharingSettings settings) {
        return make.apply(settings);
    }
}
