package io.polyphony.backend.model.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.model.Variant;
import io.polyphony.backend.model.VariantPlan;
import io.polyphony.backend.model.VariantStore;
import io.polyphony.engine.compression.Toll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variants in PostgreSQL: settings and figures as JSON, files as bytes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlVariantStore implements VariantStore {
    private static final TypeReference<LinkedHashMap<String, Double>> LOSSES = new TypeReference<>() {};
    private static final String GONE = "The process that made it is gone. Maybe make it again.";
    private static final String SELECT = """
            select id, model_id, plan, progress, toll, losses, created_at, problem, state,
                   state = 'RUNNING' and touched_at < clock_timestamp() - interval '10 minutes' as gone
            from model_variant\s""";

    private final Sql sql;

    SqlVariantStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(VariantId id, ModelId model, VariantPlan plan) {
        sql.update(
                "insert into model_variant (id, model_id, plan, state) values (?, ?, ?::jsonb, 'RUNNING')",
                id,
                model,
                StoredJson.write(plan));
    }

    @Override
    public List<Variant> of(ModelId model) {
        return sql.list(SELECT + "where model_id = ? order by id desc", SqlVariantStore::variant, model);
    }

    @Override
    public Optional<Variant> find(VariantId id) {
        return sql.one(SELECT + "where id = ?", SqlVariantStore::variant, id);
    }

    @Override
    public void touch(Collection<VariantId> ids) {
        sql.batch(
                "update model_variant set touched_at = clock_timestamp() where id = ?",
                ids.stream().map(id -> new @Nullable Object[] {id}).toList());
    }

    @Override
    public void advance(VariantId id, double progress) {
        sql.update("update model_variant set progress = ? where id = ?", progress, id);
    }

    @Override
    public void fail(VariantId id, String problem) {
        sql.update("update model_variant set state = 'FAILED', problem = ? where id = ?", problem, id);
    }

    @Override
    public void finish(VariantId id, Toll toll, Map<String, Double> losses, byte[] bundle) {
        sql.update(
                "update model_variant set state = 'READY', progress = 1, toll = ?::jsonb, losses = ?::jsonb, bundle = ? where id = ?",
                StoredJson.write(toll),
                StoredJson.write(losses),
                bundle,
                id);
    }

    @Override
    public Optional<byte[]> bundle(VariantId id) {
        return sql.one(
                "select bundle from model_variant where id = ? and bundle is not null",
                row -> row.getBytes("bundle"),
                id);
    }

    private static Variant variant(ResultSet row) throws SQLException {
        boolean gone = row.getBoolean("gone");
        var toll = row.getString("toll");
        var losses = row.getString("losses");
        return new Variant(
                new VariantId(Sql.uuid(row, "id")),
                new ModelId(Sql.uuid(row, "model_id")),
                StoredJson.read(row.getString("plan"), VariantPlan.class),
                gone ? Variant.State.FAILED : state(row),
                row.getDouble("progress"),
                gone ? GONE : row.getString("problem"),
                toll == null ? null : StoredJson.read(toll, Toll.class),
                losses == null ? Map.of() : StoredJson.read(losses, LOSSES),
                Sql.instant(row, "created_at"));
    }

    /** Whoever begins to make one says that it is further than nothing. */
    private static Variant.State state(ResultSet row) throws SQLException {
        var state = Variant.State.valueOf(row.getString("state"));
        return state == Variant.State.RUNNING && row.getDouble("progress") == 0 ? Variant.State.QUEUED : state;
    }
}
