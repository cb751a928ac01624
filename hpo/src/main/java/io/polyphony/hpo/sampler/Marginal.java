package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Cell;
import io.polyphony.hpo.space.Parameter;
import java.util.random.RandomGenerator;

/** One kernel over one parameter. Densities are relative to the prior, which therefore has the density 1 everywhere. */
sealed interface Marginal {

    double logDensity(Cell cell);

    /** A position on the unit interval. */
    double draw(RandomGenerator random);

    /** The prior: for kernels whose trial did not choose the parameter. */
    record Prior() implements Marginal {
        @Override
        public double logDensity(Cell cell) {
            return 0;
        }

        @Override
        public double draw(RandomGenerator random) {
            return random.nextDouble();
        }
    }

    /**
     * Around the value of an ordered parameter.
     *
     * @param logDensityAtMean worked out once: densities are asked for by the hundred thousand
     */
    record Around(double mean, double deviation, double mass, double logDensityAtMean) implements Marginal {

        static Around of(Cell cell, double deviation) {
            double mean = cell.middle();
            double mass = Normal.mass(0, 1, mean, deviation);
            return new Around(mean, deviation, mass, Normal.logDensity(mean, mean, deviation, mass));
        }

        @Override
        public double logDensity(Cell cell) {
            if (cell.width() < 0.1 * deviation) {
                double z = (cell.middle() - mean) / deviation;
                return logDensityAtMean - 0.5 * z * z;
            }
            double share = Normal.mass(cell.low(), cell.high(), mean, deviation) / mass;
            return Math.log(Math.max(share, Double.MIN_NORMAL) / cell.width());
        }

        @Override
        public double draw(RandomGenerator random) {
            return Normal.draw(mean, deviation, random);
        }
    }

    /** The choice of a categorical parameter with the probability {@code 1 - leak}; the leak is spread over all choices. */
    record Likely(Cell choice, double leak) implements Marginal {
        @Override
        public double logDensity(Cell cell) {
            double match = cell.equals(choice) ? (1 - leak) / choice.width() : 0;
            return Math.log(match + leak);
        }

        @Override
        public double draw(RandomGenerator random) {
            return random.nextDouble() < leak ? random.nextDouble() : choice.middle();
        }
    }

    static Marginal of(Parameter parameter, Object value, double deviation, double leak) {
        Cell cell = parameter.cell(value);
        return parameter.ordered() ? Around.of(cell, deviation) : new Likely(cell, leak);
    }
}
