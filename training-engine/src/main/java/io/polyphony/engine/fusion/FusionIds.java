package io.polyphony.engine.fusion;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Fusions in JSON go by their names in {@link Fusions}, so that a new one needs no second list. */
final class FusionIds extends TypeIdResolverBase {

    /** What "weighted" was called in the first models that were saved. */
    private static final String FORMER_WEIGHTED = "weighted-average";

    @Override
    public String idFromValue(Object value) {
        return Fusions.of(value.getClass()).name();
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggested) {
        return idFromValue(value);
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) {
        var name = id.equals(FORMER_WEIGHTED) ? "weighted" : id;
        return context.constructType(Fusions.named(name).spec());
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
