package io.polyphony.engine.loss;

/** How far from a standardised target counts how much. */
public enum RegressionLoss {
    /** The square of the error: aims at the mean. */
    SQUARED {
        @Override
        double value(double error) {
            return error * error;
        }

        @Override
        double slope(double error) {
            return 2 * error;
        }
    },
    /** Half the square up to one standard deviation, linear beyond (Huber 1964). */
    HUBER {
        @Override
        double value(double error) {
            double size = Math.abs(error);
            return size <= 1 ? 0.5 * error * error : size - 0.5;
        }

        @Override
        double slope(double error) {
            return Math.clamp(error, -1, 1);
        }
    },
    /** The size of the error: aims at the median. */
    ABSOLUTE {
        @Override
        double value(double error) {
            return Math.abs(error);
        }

        @Override
        double slope(double error) {
            return Math.signum(error);
        }
    },
    /** Pinball loss of the lower tenth: aims at what a tenth of the targets stay below (Koenker and Bassett 1978). */
    QUANTILE_10 {
        @Override
        double value(double error) {
            return pinball(error, 0.1);
        }

        @Override
        double slope(double error) {
            return pinballSlope(error, 0.1);
        }
    },
    /** Pinball loss of the upper tenth: aims at what a tenth of the targets exceed. */
    QUANTILE_90 {
        @Override
        double value(double error) {
            return pinball(error, 0.9);
        }

        @Override
        double slope(double error) {
            return pinballSlope(error, 0.9);
        }
    };

    abstract double value(double error);

    abstract double slope(double error);

    /** The quantile of the targets that is, or is near, the best constant; NaN for the mean. */
    double quantile() {
        return switch (this) {
            case SQUARED -> Double.NaN;
            case HUBER, ABSOLUTE -> 0.5;
            case QUANTILE_10 -> 0.1;
            case QUANTILE_90 -> 0.9;
        };
    }

    private static double pinball(double error, double quantile) {
        return Math.max(-quantile * error, (1 - quantile) * error);
    }

    private static double pinballSlope(double error, double quantile) {
        return error > 0 ? 1 - quantile : error < 0 ? -quantile : 0;
    }
}
