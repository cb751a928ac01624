package io.polyphony.backend.common.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says once, for all routes, that they take a bearer token and how they report problems. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String BEARER = "bearer";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request cannot be read",
            "401", "No valid token",
            "403", "The role does not reach",
            "404", "There is no such thing, or it is invisible",
            "422", "The request is invalid");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token, poly_..."));
        components.addSchema("Problem", problem());
        api.setComponents(components);
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        Optional.ofNullable(api.getPaths())
                .ifPresent(paths -> paths.getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream())
                        .forEach(ApiDescription::addProblems));
    }

    private static void addProblems(Operation operation) {
        var responses = Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        PROBLEMS.forEach((status, description) -> {
            if (responses.getAPIResponse(status) == null
                    || responses.getAPIResponse(status).getContent() == null) {
                var type = OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
                responses.addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE, type)));
            }
        });
        operation.setResponses(responses);
    }

    private static Schema problem() {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("type", "title", "detail", "instance", "traceId").forEach(name -> schema.addProperty(name, text()));
        schema.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        var error = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("pointer", "file", "row", "column", "detail").forEach(name -> error.addProperty(name, text()));
        return schema.addProperty(
                "errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
