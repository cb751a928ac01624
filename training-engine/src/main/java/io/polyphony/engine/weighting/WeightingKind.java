package io.polyphony.engine.weighting;

/**
 * A loss weighting that can be chosen by name.
 *
 * @param name in searches and in stored specifications
 * @param title the name as people write it
 * @param usual whether a search tries it without being asked to
 * @param spec with the settings of its paper
 * @param explanation one sentence for people: what it does and when it is good
 */
public record WeightingKind(String name, String title, boolean usual, WeightingSpec spec, String explanation) {

    /** One that every search tries. */
    static WeightingKind usual(String name, String title, WeightingSpec spec, String explanation) {
        return new WeightingKind(name, title, true, spec, explanation);
    }

    /** One that a search tries when its name is given. */
    static WeightingKind special(String name, String title, WeightingSpec spec, String explanation) {
        return new WeightingKind(name, title, false, spec, explanation);
    }
}
