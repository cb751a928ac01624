package io.polyphony.frontend.model;

import io.polyphony.engine.evaluation.OperatingCurve;

/**
 * What comes of a threshold on some rows.
 *
 * @param said share of all rows that are said to be there
 * @param falseAlarms share of the rows where it is not there that are said to have it
 */
record Operating(double precision, double recall, double said, double falseAlarms) {

    /** At a threshold: what is at least as probable is said. */
    static Operating of(OperatingCurve curve, double threshold) {
        int at = 0;
        while (at + 1 < curve.thresholds().length && curve.thresholds()[at + 1] >= threshold) {
            at++;
        }
        return at(curve, at);
    }

    /** At a place of the curve. */
    static Operating at(OperatingCurve curve, int place) {
        double rate = curve.falsePositiveRate()[place];
        double recall = curve.recall()[place];
        double said = recall * curve.positives() + rate * curve.negatives();
        double rows = Math.max(1, curve.positives() + curve.negatives());
        return new Operating(curve.precision()[place], recall, said / rows, rate);
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
