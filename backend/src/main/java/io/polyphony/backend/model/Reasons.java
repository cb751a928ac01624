package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.data.CorruptFile;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.explanation.Question;
import io.polyphony.engine.explanation.RowExplainer;
import io.polyphony.engine.explanation.RowExplanation;
import io.polyphony.engine.export.Bundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Explains what a model says of one row. Takes seconds, so that no transaction is held meanwhile. */
@ApplicationScoped
class Reasons {
    private final ModelStore store;
    private final ExperimentStore experiments;
    private final Committee committee;
    private final Oracle oracle;
    private final Access access;

    Reasons(ModelStore store, ExperimentStore experiments, Committee committee, Oracle oracle, Access access) {
        this.store = store;
        this.experiments = experiments;
        this.committee = committee;
        this.oracle = oracle;
        this.access = access;
    }

    /** Asked is the first fold, where there are several. */
    private record Subject(Model model, Experiment experiment, List<Bundle> folds, List<TrialId> trials, Table table) {
        Bundle bundle() {
            return folds.getFirst();
        }
    }

    RowReason of(Actor actor, ModelId id, List<Map<String, JsonNode>> rows, Question question) {
        var subject = QuarkusTransaction.requiringNew().call(() -> subject(actor, id, rows));
        if (subject.experiment().tasks().stream().noneMatch(task -> task.name().equals(question.task()))) {
            throw Invalid.field(
                    "/task",
                    "The model has no task (%s). Maybe one of %s is meant."
                            .formatted(question.task(), subject.model().test().keySet()));
        }
        var members = subject.bundle().members();
        var voters = IntStream.range(0, members.size())
                .filter(i -> members.get(i).weights().containsKey(question.task()))
                .boxed()
                .toList();
        int chosen = voters.stream()
                .max(Comparator.comparingDouble(i -> weight(subject, i, question)))
                .orElseThrow();
        return new RowReason(
                subject.trials().get(chosen),
                weight(subject, chosen, question),
                voters.size() * subject.folds().size(),
                explained(subject, chosen, question, temperature(subject, voters.size(), question)));
    }

    private Subject subject(Actor actor, ModelId id, List<Map<String, JsonNode>> rows) {
        var model = store.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        var experiment = experiments.find(model.experiment()).orElseThrow();
        var table = oracle.table(experiment, rows);
        if (table.rows() != 1) {
            throw Invalid.field(
                    "/rows",
                    "There are %d rows, but one is explained at a time. Maybe send several requests."
                            .formatted(table.rows()));
        }
        return new Subject(model, experiment, committee.folds(model), committee.trials(model), table);
    }

    private static double weight(Subject subject, int member, Question question) {
        return subject.bundle().members().get(member).weights().getOrDefault(question.task(), 0.0);
    }

    /** The model's own, where a single network is all of it; that of several is of what they say together. */
    private static Temperature temperature(Subject subject, int voters, Question question) {
        return voters * subject.folds().size() == 1
                ? subject.bundle().temperatures().getOrDefault(question.task(), Temperature.NONE)
                : Temperature.NONE;
    }

    private static RowExplanation explained(Subject subject, int member, Question question, Temperature temperature) {
        var network = subject.bundle().members().get(member).network();
        try {
            return RowExplainer.explain(network, subject.table(), 0, question, temperature);
        } catch (CorruptFile e) {
            throw Invalid.field("/rows", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("/output", String.valueOf(e.getMessage()));
        }
    }
}
