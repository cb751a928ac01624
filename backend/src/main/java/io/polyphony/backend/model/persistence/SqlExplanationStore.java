package io.polyphony.backend.model.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.model.ExplanationStore;
import io.polyphony.engine.explanation.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Explanations as JSON in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlExplanationStore implements ExplanationStore {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Sql sql;

    SqlExplanationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Explanation> find(ModelId model) {
        return sql.one(
                "select body from model_explanation where model_id = ?", row -> read(row.getString("body")), model);
    }

    @Override
    public void add(ModelId model, Explanation explanation) {
        try {
            sql.update(
                    "insert into model_explanation (model_id, body) values (?, ?::jsonb) on conflict do nothing",
                    model,
                    MAPPER.writeValueAsString(explanation));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The explanation cannot be written as JSON.", e);
        }
    }

    private static Explanation read(String json) {
        try {
            return MAPPER.readValue(json, Explanation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored explanation (%s) cannot be read.".formatted(json), e);
        }
    }
}
