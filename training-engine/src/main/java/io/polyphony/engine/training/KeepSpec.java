package io.polyphony.engine.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.polyphony.engine.tensor.Check;

/** Which weights of a training are kept. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "best", value = KeepSpec.BestEpochs.class),
    @Type(name = "last", value = KeepSpec.LastEpoch.class)
})
public sealed interface KeepSpec {
    /** Those of the best epoch. */
    KeepSpec BEST = new BestEpochs(1, false);

    /**
     * What the validation rows find best.
     *
     * @param soup so many of the best epochs may be averaged into one (greedy soup, Wortsman et al., ICML 2022): going down
     *     from the best, an epoch is stirred in if the mean is at least as good with it; 1..10, 1 for the best epoch alone
     * @param perTask whether each task's own best epoch is kept as well and answers it where it is better there (early stopping per
     *     task); training then goes on while any task gets better
     */
    record BestEpochs(int soup, boolean perTask) implements KeepSpec {
        public BestEpochs {
            Check.range("soup", soup, 1, 10);
        }
    }

    /**
     * Those after an epoch that was found before: for a training on all rows, with none left to judge.
     *
     * @param epoch 0..10000, 0: before the first; the learning rate follows the schedule of all epochs up to this one
     */
    record LastEpoch(int epoch) implements KeepSpec {
        public LastEpoch {
            Check.range("epoch", epoch, 0, 10_000);
        }
    }

    /** How many copies of the weights are held meanwhile. */
    default int copies(int tasks) {
        return switch (this) {
            case BestEpochs best -> best.soup + (best.perTask ? tasks : 0);
            case LastEpoch _ -> 1;
        };
    }
}
