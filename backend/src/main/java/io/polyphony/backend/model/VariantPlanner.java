package io.polyphony.backend.model;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.engine.compression.PruningSpec;
import io.polyphony.engine.export.Packing;
import io.polyphony.engine.export.Packings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a request for a variant and chooses what it leaves open. */
final class VariantPlanner {
    private static final int EPOCHS = 8;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final VariantRequest request;

    private VariantPlanner(VariantRequest request) {
        this.request = request;
    }

    /** @throws Invalid with a pointer per wrong setting */
    static VariantPlan plan(VariantRequest request) {
        var kind = VariantKind.named(request.kind())
                .orElseThrow(() -> Invalid.field(
                        "/kind",
                        "There is no kind of variant (%s). Maybe one of %s is meant."
                                .formatted(request.kind(), VariantKind.labels())));
        return new VariantPlanner(request).plan(kind);
    }

    private VariantPlan plan(VariantKind kind) {
        boolean pruned = kind == VariantKind.PRUNED;
        boolean distilled = kind == VariantKind.DISTILLED;
        var plan = new VariantPlan(
                kind,
                number("share", request.share(), 0.1, 0.95, pruned ? 0.7 : null, pruned),
                scope(pruned),
                epochs(pruned, distilled),
                number("width", request.width(), 0.1, 1, distilled ? 0.5 : null, distilled),
                number("teacher", request.teacher(), 0, 1, distilled ? 0.7 : null, distilled),
                number("temperature", request.temperature(), 1, 20, distilled ? 2.0 : null, distilled),
                packing(kind));
        if (!problems.isEmpty()) {
            throw new Invalid(problems.getFirst().detail(), problems);
        }
        return plan;
    }

    private @Nullable Integer epochs(boolean pruned, boolean distilled) {
        var value = request.epochs() == null ? null : Double.valueOf(request.epochs());
        var chosen = number("epochs", value, 1, 1000, pruned ? (double) EPOCHS : null, pruned || distilled);
        return chosen == null ? null : chosen.intValue();
    }

    private @Nullable Double number(
            String name, @Nullable Double value, double low, double high, @Nullable Double usual, boolean reads) {
        if (value == null) {
            return usual;
        }
        if (!reads) {
            unread(name, value);
        } else if (!(value >= low && value <= high)) {
            problem(name, "The %s (%s) must lie from %s to %s.".formatted(name, value, low, high));
        }
        return value;
    }

    private PruningSpec.@Nullable Scope scope(boolean pruned) {
        var wanted = request.scope();
        if (wanted == null) {
            return pruned ? PruningSpec.Scope.EACH : null;
        }
        if (!pruned) {
            unread("scope", wanted);
            return null;
        }
        var found = Arrays.stream(PruningSpec.Scope.values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            problem("scope", "There is no scope (%s). Maybe each or all is meant.".formatted(wanted));
        }
        return found.orElse(null);
    }

    private String packing(VariantKind kind) {
        var own = switch (kind) {
            case INT8, FP16 -> kind.label();
            case PRUNED, DISTILLED, REFIT -> "exact";
        };
        var wanted = Objects.requireNonNullElse(request.packing(), own);
        var known = Packings.all().stream().map(Packing::name).toList();
        if (!known.contains(wanted)) {
            problem("packing", "There is no packing (%s). Maybe one of %s is meant.".formatted(wanted, known));
        } else if (!own.equals("exact") && !wanted.equals(own)) {
            unread("packing", wanted);
        }
        return wanted;
    }

    private void unread(String name, Object value) {
        problem(
                name,
                "A variant of kind (%s) has no %s (%s). Maybe another kind is meant."
                        .formatted(request.kind(), name, value));
    }

    private void problem(String name, String detail) {
        problems.add(FieldProblem.at("/" + name, detail));
    }
}
