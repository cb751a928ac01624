package io.polyphony.engine.training;

import io.polyphony.engine.export.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A mean of several epochs' weights.
 *
 * @param epochs that were stirred in, the best first
 * @param result of the mean on the validation rows
 */
record Soup(List<Integer> epochs, Weights weights, Validation result) {

    /**
     * The greedy soup (Wortsman et al., ICML 2022, recipe 1): going down from the best epoch, each is stirred in if the mean
     * is at least as good with it.
     *
     * @param candidates the best first, at least one
     * @param judge what the validation rows say of weights
     */
    static Soup of(List<KeptEpoch> candidates, Function<Weights, Validation> judge) {
        var in = new ArrayList<>(List.of(candidates.getFirst()));
        var best = candidates.getFirst();
        var soup = new Soup(List.of(best.epoch), best.weights(), judge.apply(best.weights()));
        for (var candidate : candidates.subList(1, candidates.size())) {
            in.add(candidate);
            var weights = mean(in.stream().map(KeptEpoch::weights).toList());
            var result = judge.apply(weights);
            if (result.score() >= soup.result.score()) {
                soup = new Soup(in.stream().map(epoch -> epoch.epoch).toList(), weights, result);
            } else {
                in.removeLast();
            }
        }
        return soup;
    }

    static Weights mean(List<Weights> all) {
        var tables = new ArrayList<float[]>();
        for (int i = 0; i < all.getFirst().tables().size(); i++) {
            int table = i;
            tables.add(meanOf(
                    all.stream().map(weights -> weights.tables().get(table)).toList()));
        }
        return new Weights(meanOf(all.stream().map(Weights::dense).toList()), tables);
    }

    private static float[] meanOf(List<float[]> vectors) {
        var mean = new float[vectors.getFirst().length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (var vector : vectors) {
                sum += vector[i];
            }
            mean[i] = (float) (sum / vectors.size());
        }
        return mean;
    }
}
