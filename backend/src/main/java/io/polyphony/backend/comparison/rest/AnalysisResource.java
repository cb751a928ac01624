package io.polyphony.backend.comparison.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.comparison.AnalysisService;
import io.polyphony.backend.comparison.Contour;
import io.polyphony.backend.comparison.Preference;
import io.polyphony.backend.comparison.Recommendation;
import io.polyphony.backend.comparison.Slice;
import io.polyphony.backend.comparison.TrialRun;
import io.polyphony.backend.comparison.Verdict;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.hpo.trial.Scalarization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/experiments/{id}")
@RunOnVirtualThread
@Tag(name = "Experiments")
class AnalysisResource {
    private final AnalysisService analyses;
    private final CurrentActor current;

    AnalysisResource(AnalysisService analyses, CurrentActor current) {
        this.analyses = analyses;
        this.current = current;
    }

    @GET
    @Path("slice")
    @Requires(Role.VIEWER)
    @Operation(summary = "One objective over one parameter, a point per completed trial")
    public Slice slice(
            @PathParam("id") ExperimentId id,
            @QueryParam("objective") @Nullable String objective,
            @QueryParam("parameter") @Nullable String parameter) {
        return analyses.slice(current.get(), id, said("objective", objective), said("parameter", parameter));
    }

    @GET
    @Path("contour")
    @Requires(Role.VIEWER)
    @Operation(summary = "What is expected of one objective where two parameters vary")
    public Contour contour(
            @PathParam("id") ExperimentId id,
            @QueryParam("objective") @Nullable String objective,
            @QueryParam("first") @Nullable String first,
            @QueryParam("second") @Nullable String second) {
        return analyses.contour(
                current.get(), id, said("objective", objective), said("first", first), said("second", second));
    }

    @GET
    @Path("timeline")
    @Requires(Role.VIEWER)
    @Operation(summary = "Which trial ran when and on which worker")
    public List<TrialRun> timeline(@PathParam("id") ExperimentId id) {
        return analyses.timeline(current.get(), id);
    }

    @GET
    @Path("verdicts")
    @Requires(Role.VIEWER)
    @Operation(summary = "Whether sharing and fusing help each task, by the referees, with intervals")
    public List<Verdict> verdicts(@PathParam("id") ExperimentId id) {
        return analyses.verdicts(current.get(), id);
    }

    @GET
    @Path("recommendation")
    @Requires(Role.VIEWER)
    @Operation(summary = "Its completed trials in the order of a preference")
    public Recommendation recommend(
            @PathParam("id") ExperimentId id,
            @Parameter(description = "An objective, a colon and how much it counts, such as stars:2")
                    @QueryParam("weight")
                    List<String> weights,
            @Parameter(
                            description =
                                    "An objective, a measure or task.metric, a colon and what it has to reach, such as liked.accuracy:0.9")
                    @QueryParam("limit")
                    List<String> limits,
            @Parameter(description = "How the weighted objectives become one: chebyshev (a balance) or weighted-sum")
                    @QueryParam("scalarization")
                    @Nullable
                    String scalarization) {
        return analyses.recommend(
                current.get(),
                id,
                new Preference(numbers("weight", weights), numbers("limit", limits), scalarization(scalarization)));
    }

    private static String said(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new Malformed("The query names no %s. Maybe add ?%s=...".formatted(name, name));
        }
        return value;
    }

    private static Scalarization scalarization(@Nullable String name) {
        if (name == null) {
            return Scalarization.CHEBYSHEV;
        }
        try {
            var named = Scalarization.named(name);
            if (named != Scalarization.NONE) {
                return named;
            }
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(String.valueOf(unknown.getMessage()));
        }
        throw new Malformed("A front has no order. Maybe ask for chebyshev or weighted-sum.");
    }

    /** Names may hold colons; the number is what follows the last one. */
    private static Map<String, Double> numbers(String kind, List<String> pairs) {
        var numbers = new LinkedHashMap<String, Double>();
        for (var pair : pairs) {
            int colon = pair.lastIndexOf(':');
            try {
                double number = Double.parseDouble(pair.substring(colon + 1));
                if (colon < 1 || !Double.isFinite(number)) {
                    throw new NumberFormatException();
                }
                numbers.put(pair.substring(0, colon), number);
            } catch (NumberFormatException none) {
                throw new Malformed("The %s (%s) is not a name, a colon and a number. Maybe %s:0.9."
                        .formatted(kind, pair, pair.isEmpty() ? "rating" : pair));
            }
        }
        return numbers;
    }
}
