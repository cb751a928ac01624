package io.polyphony.benchmarks.speed;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One network trained by both, round by round in turns, so that what else the machine does falls on both. The engine's
 * rounds are whole epochs: filling the batches and one validation row are timed with them.
 */
final class Duel {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 11;

    /** Median processor milliseconds per step of both, and the median of the rounds' ratios. */
    record Result(double ours, double referee, double ratio) {}

    private final Case contest;
    private final Referee referee;
    private final Preprocessor preprocessor;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private long mark;

    Duel(Case contest, Referee referee) {
        this.contest = contest;
        this.referee = referee;
        this.preprocessor = Preprocessor.fit(
                contest.rows(),
                trainRows(),
                contest.network().inputs(),
                features(contest.network()),
                contest.network().tasks());
    }

    Result fight() {
        referee.open(contest.name(), sizes());
        var trainer = new Trainer(contest.network(), training(), preprocessor, encode(trainRows()), encode(validRow()));
        mark = processor();
        trainer.run(null, (report, _) -> round(report));
        var ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i) / theirs.get(i))
                .toList();
        return new Result(median(ours), median(theirs), median(ratios));
    }

    private Verdict round(EpochReport report) {
        double mine = (processor() - mark) / 1e6 / contest.steps();
        double other = referee.run(contest.steps());
        if (report.epoch() > WARM_UP) {
            ours.add(mine);
            theirs.add(other);
        }
        mark = processor();
        return Verdict.CONTINUE;
    }

    private EncodedRows encode(int[] rows) {
        return preprocessor.encode(contest.rows(), rows);
    }

    private int[] trainRows() {
        return IntStream.range(0, contest.batch() * contest.steps()).toArray();
    }

    private int[] validRow() {
        return new int[] {contest.batch() * contest.steps()};
    }

    private TrainingSpec training() {
        return new TrainingSpec(
                PaceSpec.of(WARM_UP + ROUNDS, contest.batch()),
                DescentSpec.of(new AdamW(1e-3, 1e-4), new ConstantSchedule()),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
    }

    private String sizes() {
        var layouts = preprocessor.layouts();
        return layouts.keySet().stream()
                .filter(contest.dimension()::contains)
                .map(layouts::get)
                .filter(Objects::nonNull)
                .map(layout -> "numbers=" + layout.block("numbers").size())
                .collect(Collectors.joining(" "));
    }

    private static LinkedHashMap<String, FeaturizerSpec> features(NetworkSpec network) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.inputs()
                .forEach(input ->
                        features.put(input.name(), network.encoder(input.name()).featurizer()));
        return features;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Of this thread alone, so that a busy machine measures the same. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
