package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;

/** What a column seems to be, and why. */
record Verdict(ColumnModality modality, ColumnRole role, String reason) {}
