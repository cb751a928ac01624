package io.polyphony.hpo.sampler;

import java.util.random.RandomGenerator;

/**
 * How evolution makes a point out of two: simulated binary crossover and polynomial mutation (Deb and Agrawal, Complex Systems 9, 1995) on ordered coordinates,
 * a coin and a fresh draw on choices.
 */
record Variation(boolean[] categorical, RandomGenerator random) {

    private static final double CROSSOVER_INDEX = 20;
    private static final double MUTATION_INDEX = 20;
    private static final double CROSSOVER = 0.9;

    double[] child(double[] mother, double[] father) {
        double[] child = mother.clone();
        boolean cross = random.nextDouble() < CROSSOVER;
        for (int k = 0; k < child.length; k++) {
            if (cross && random.nextBoolean()) {
                child[k] = categorical[k] ? father[k] : crossed(mother[k], father[k]);
            }
            if (random.nextDouble() < 1.0 / child.length) {
                child[k] = categorical[k] ? random.nextDouble() : mutated(child[k]);
            }
        }
        return child;
    }

    private double crossed(double a, double b) {
        double u = random.nextDouble();
        double spread = u < 0.5
                ? Math.pow(2 * u, 1 / (CROSSOVER_INDEX + 1))
                : Math.pow(1 / (2 * (1 - u)), 1 / (CROSSOVER_INDEX + 1));
        double sign = random.nextBoolean() ? 1 : -1;
        return Math.clamp(0.5 * (a + b) + 0.5 * sign * spread * (a - b), 0.0, 1.0);
    }

    private double mutated(double x) {
        double u = random.nextDouble();
        double power = 1 / (MUTATION_INDEX + 1);
        double shift = u < 0.5
                ? Math.pow(2 * u + (1 - 2 * u) * Math.pow(1 - x, MUTATION_INDEX + 1), power) - 1
                : 1 - Math.pow(2 * (1 - u) + (2 * u - 1) * Math.pow(x, MUTATION_INDEX + 1), power);
        return Math.clamp(x + shift, 0.0, 1.0);
    }
}
