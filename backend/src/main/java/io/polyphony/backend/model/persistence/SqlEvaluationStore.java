package io.polyphony.backend.model.persistence;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.model.Evaluation;
import io.polyphony.backend.model.EvaluationStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Evaluations as JSON in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlEvaluationStore implements EvaluationStore {
    private final Sql sql;

    SqlEvaluationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Evaluation> find(ModelId model) {
        return sql.one(
                "select body from model_evaluation where model_id = ?",
                row -> StoredJson.read(row.getString("body"), Evaluation.class),
                model);
    }

    @Override
    public void add(ModelId model, Evaluation evaluation) {
        sql.update(
                "insert into model_evaluation (model_id, body) values (?, ?::jsonb)",
                model,
                StoredJson.write(evaluation));
    }
}
