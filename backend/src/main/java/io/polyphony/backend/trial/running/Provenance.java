package io.polyphony.backend.trial.running;

import io.polyphony.backend.dataset.SplitIndices;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Host;
import io.polyphony.backend.trial.Trial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything needed to run a trial again and get the same numbers. */
final class Provenance {
    private Provenance() {}

    static Map<String, Object> of(Experiment experiment, Trial trial, ExperimentRows.Rows rows) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("datasetVersion", experiment.version().toString());
        facts.put("datasetHash", rows.data().hash());
        facts.put("splitHash", rows.split().hash());
        facts.put("splitSeed", experiment.plan().split().seed());
        if (rows.folds().size() > 1) {
            facts.put("folds", rows.folds().size());
            facts.put(
                    "foldHashes", rows.folds().stream().map(SplitIndices::hash).toList());
        }
        facts.put("experimentSeed", experiment.seed());
        facts.put("seed", trial.seed());
        experiment
                .plan()
                .warmStart(trial.assignment())
                .ifPresent(start -> facts.put(
                        "warmStart",
                        Map.of(
                                "experiment", start.experiment().toString(),
                                "name", start.name(),
                                "trial", start.trial())));
        facts.put("polyphony", version());
        facts.put("java", System.getProperty("java.version", "?"));
        facts.put("os", System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"));
        facts.put("host", Host.current().name());
        return facts;
    }

    private static String version() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
