package io.polyphony.hpo.space;

/** Lays the interval [low, high] on [0, 1], linearly or by logarithm. */
record Scale(double low, double high, boolean logarithmic) {

    double unit(double value) {
        double position = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.clamp(position, 0.0, 1.0);
    }

    double value(double unit) {
        double value = logarithmic ? low * Math.pow(high / low, unit) : low + unit * (high - low);
        return Math.clamp(value, low, high);
    }

    static void check(String name, double low, double high, boolean logarithmic) {
        Names.check(name);
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("The parameter (%s) has the low (%s), which must be below the high (%s)."
                    .formatted(name, low, high));
        }
        if (logarithmic && !(low > 0)) {
            throw new IllegalArgumentException(
                    "The parameter (%s) is logarithmic, but its low (%s) is not above 0. Maybe drop log()."
                            .formatted(name, low));
        }
    }
}
