package io.polyphony.engine.weighting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Weightings in JSON go by their names in {@link Weightings}, so that a new one needs no second list. */
final class WeightingIds extends TypeIdResolverBase {

    @Override
    public String idFromValue(Object value) {
        return Weightings.of(value.getClass()).name();
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggested) {
        return idFromValue(value);
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) {
        return context.constructType(Weightings.named(id).spec().getClass());
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
