package io.polyphony.engine.sharing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Ways of sharing in JSON go by their names in {@link Sharings}, so that a new one needs no second list. */
final class SharingIds extends TypeIdResolverBase {

    @Override
    public String idFromValue(Object value) {
        return Sharings.of(value.getClass()).name();
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> suggested) {
        return idFromValue(value);
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) {
        return context.constructType(Sharings.named(id).spec());
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
