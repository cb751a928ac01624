package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes down every epoch and goes on. */
class Diary implements TrainingMonitor {
    final List<EpochReport> reports = new ArrayList<>();

    @Override
    public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
        reports.add(report);
        return Verdict.CONTINUE;
    }

    /** What does not depend on the clock. */
    List<String> facts() {
        return reports.stream()
                .map(report -> report.epoch() + " " + report.tasks() + " " + report.totalLoss() + " "
                        + report.learningRate() + " " + report.score() + " " + report.gradients() + " "
                        + report.beside())
                .toList();
    }
}
