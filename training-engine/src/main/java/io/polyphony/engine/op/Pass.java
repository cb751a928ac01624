package io.polyphony.engine.op;

import java.util.random.RandomGenerator;

/**
 * How a program is run once.
 *
 * @param training whether dropout is on
 * @param random where all chance of this run comes from
 */
public record Pass(boolean training, RandomGenerator random) {}
