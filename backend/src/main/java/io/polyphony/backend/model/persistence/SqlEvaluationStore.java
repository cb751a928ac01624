package io.polyphony.backend.model.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.model.Evaluation;
import io.polyphony.backend.model.EvaluationStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Evaluations as JSON in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlEvaluationStore implements EvaluationStore {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Sql sql;

    SqlEvaluationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Evaluation> find(ModelId model) {
        return sql.one(
                "select body from model_evaluation where model_id = ?", row -> read(row.getString("body")), model);
    }

    @Override
    public void add(ModelId model, Evaluation evaluation) {
        try {
            sql.update(
                    "insert into model_evaluation (model_id, body) values (?, ?::jsonb)",
                    model,
                    MAPPER.writeValueAsString(evaluation));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The evaluation cannot be written as JSON.", e);
        }
    }

    private static Evaluation read(String json) {
        try {
            return MAPPER.readValue(json, Evaluation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored evaluation (%s) cannot be read.".formatted(json), e);
        }
    }
}
