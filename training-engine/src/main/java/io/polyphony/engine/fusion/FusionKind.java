package io.polyphony.engine.fusion;

import java.util.function.Function;

/**
 * A fusion that can be chosen by name.
 *
 * @param name in searches and in stored networks
 * @param title the name as people write it
 * @param spec its record
 * @param usual whether a search tries it without being asked to
 * @param deep whether it reads {@link FusionSettings#depth()}
 * @param explanation one sentence for people: what it does and when it is good
 */
public record FusionKind(
        String name,
        String title,
        Class<? extends FusionSpec> spec,
        boolean usual,
        boolean deep,
        String explanation,
        Function<FusionSettings, FusionSpec> make) {

    /** One that every search tries. */
    static FusionKind usual(
            String name,
            String title,
            Class<? extends FusionSpec> spec,
            Function<FusionSettings, FusionSpec> make,
            String why) {
        return new FusionKind(name, title, spec, true, false, why, make);
    }

    /** One that a search tries when its name is given. */
    static FusionKind special(
            String name,
            String title,
            Class<? extends FusionSpec> spec,
            Function<FusionSettings, FusionSpec> make,
            String why) {
        return new FusionKind(name, title, spec, false, false, why, make);
    }

    /** The same with layers. */
    FusionKind layered() {
        return new FusionKind(name, title, spec, usual, true, explanation, make);
    }

    /** The fusion with these settings. */
    public FusionSpec of(FusionSettings settings) {
        return make.apply(settings);
    }
}
