package io.polyphony.backend.model.persistence;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.model.ExplanationStore;
import io.polyphony.engine.explanation.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Explanations as JSON in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlExplanationStore implements ExplanationStore {
    private final Sql sql;

    SqlExplanationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Explanation> find(ModelId model) {
        return sql.one(
                "select body from model_explanation where model_id = ?",
                row -> StoredJson.read(row.getString("body"), Explanation.class),
                model);
    }

    @Override
    public void add(ModelId model, Explanation explanation) {
        sql.update(
                "insert into model_explanation (model_id, body) values (?, ?::jsonb) on conflict do nothing",
                model,
                StoredJson.write(explanation));
    }
}
