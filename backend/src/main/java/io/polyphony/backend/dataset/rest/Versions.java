package io.polyphony.backend.dataset.rest;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.security.Actor;
import org.jspecify.annotations.Nullable;

/** Which version a request means. */
final class Versions {
    private Versions() {}

    /** The version of this number; without one the newest that is READY, else the newest. */
    static VersionSummary pick(DatasetService datasets, Actor actor, DatasetId id, @Nullable Integer number) {
        if (number == null) {
            var dataset = datasets.get(actor, id);
            var usable = dataset.usable();
            return usable == null ? dataset.latest() : usable;
        }
        return datasets.versions(actor, id).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> NotFound.of("version of the dataset", number));
    }
}
