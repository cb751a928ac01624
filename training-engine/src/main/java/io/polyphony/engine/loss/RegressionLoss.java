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
    };

    abstract double value(double error);

    abstract double slope(double error);
}
