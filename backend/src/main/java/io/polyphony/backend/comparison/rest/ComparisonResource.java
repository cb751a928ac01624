package io.polyphony.backend.comparison.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.comparison.Comparison;
import io.polyphony.backend.comparison.ComparisonService;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.hpo.analysis.ImportanceMethod;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Experiments")
class ComparisonResource {
    private final ComparisonService comparisons;
    private final CurrentActor current;

    ComparisonResource(ComparisonService comparisons, CurrentActor current) {
        this.comparisons = comparisons;
        this.current = current;
    }

    @GET
    @Path("{id}/comparison")
    @Requires(Role.VIEWER)
    @Operation(summary = "Its trials side by side, per task")
    public Comparison compare(
            @PathParam("id") ExperimentId id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int rows = limit == null ? PageRequest.MAX_LIMIT : limit;
        return comparisons.compare(current.get(), id, PageRequest.of(rows, cursor));
    }

    @GET
    @Path("{id}/pareto")
    @Requires(Role.VIEWER)
    @Operation(summary = "Its trials that no other trial beats on every task")
    public Comparison pareto(@PathParam("id") ExperimentId id) {
        return comparisons.pareto(current.get(), id);
    }

    @GET
    @Path("{id}/insight")
    @Requires(Role.VIEWER)
    @Operation(summary = "Which choices mattered for each task, and how the front of best trials grew")
    public Insight insight(@PathParam("id") ExperimentId id, @QueryParam("method") @Nullable String method) {
        return comparisons.insight(current.get(), id, method(method));
    }

    private static ImportanceMethod method(@Nullable String name) {
        if (name == null) {
            return ImportanceMethod.FANOVA;
        }
        return Arrays.stream(ImportanceMethod.values())
                .filter(method -> method.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Malformed("There is no method (%s). Maybe one of %s."
                        .formatted(name, Arrays.toString(ImportanceMethod.values()))));
    }
}
