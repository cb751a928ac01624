package io.polyphony.engine.weighting;

/**
 * Random loss weighting (Lin et al., TMLR 2022): in every step K softmax of normal draws, on losses divided by their values
 * for a constant predictor. A control: a clever weighting should beat it.
 */
public record Rlw() implements WeightingSpec {

    @Override
    public LossWeighting start(TaskScales scales) {
        var normalisers = scales.normalisers();
        return (losses, random) -> {
            var draws = new double[losses.tasks()];
            for (int task = 0; task < draws.length; task++) {
                draws[task] = random.nextGaussian();
            }
            var factors = Softmax.of(draws, losses.present());
            for (int task = 0; task < factors.length; task++) {
                factors[task] *= losses.presentCount() * normalisers[task];
            }
            return factors;
        };
    }
}
