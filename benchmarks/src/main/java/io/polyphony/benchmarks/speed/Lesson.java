package io.polyphony.benchmarks.speed;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.MemoryEstimate;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.weighting.Equal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A network to time with its rows encoded, ready to be trained any number of times. */
record Lesson(Case contest, Preprocessor preprocessor, EncodedRows train, EncodedRows validation) {

    static Lesson of(Case contest) {
        int rows = contest.batch() * contest.steps();
        int[] train = IntStream.range(0, rows).toArray();
        var preprocessor = Preprocessor.fit(
                contest.rows(),
                train,
                contest.network().inputs(),
                contest.network().features(),
                contest.network().tasks());
        return new Lesson(
                contest,
                preprocessor,
                preprocessor.encode(contest.rows(), train),
                preprocessor.encode(contest.rows(), new int[] {rows}));
    }

    /** The same with the first so many batches only. */
    Lesson shortened(int steps) {
        int[] rows = IntStream.range(0, contest.batch() * steps).toArray();
        return new Lesson(contest, preprocessor, preprocessor.encode(contest.rows(), rows), validation);
    }

    Trainer trainer(int epochs) {
        return new Trainer(contest.network(), training(epochs), preprocessor, train, validation);
    }

    MemoryEstimate memory() {
        return Trainer.memory(contest.network(), training(1), preprocessor, train.rows());
    }

    /** What the referee must know of the inputs' widths. */
    String sizes() {
        var layouts = preprocessor.layouts();
        return layouts.keySet().stream()
                .filter(contest.dimension()::contains)
                .map(layouts::get)
                .filter(Objects::nonNull)
                .map(layout -> "numbers=" + layout.block("numbers").size())
                .collect(Collectors.joining(" "));
    }

    private TrainingSpec training(int epochs) {
        return new TrainingSpec(
                PaceSpec.of(epochs, contest.batch()),
                DescentSpec.of(new AdamW(1e-3, 1e-4), new ConstantSchedule()),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
    }
}
