package io.polyphony.hpo.analysis;

/** How importance is measured. */
public enum ImportanceMethod {
    /** The share of a random forest's variance that a parameter explains alone, over the whole space (Hutter, Hoos and Leyton-Brown, ICML 2014). */
    FANOVA,
    /** How much the best quarter of the trials differs from all in a parameter: what it takes to be good (Watanabe, Bansal and Hutter, PED-ANOVA, IJCAI 2023). */
    PED_ANOVA,
    /** How much worse a random forest predicts once a parameter is shuffled (Breiman, Machine Learning 45, 2001). */
    PERMUTATION
}
