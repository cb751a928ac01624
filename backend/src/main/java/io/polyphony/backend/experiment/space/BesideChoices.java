package io.polyphony.backend.experiment.space;

import io.polyphony.engine.auxiliary.AutoencoderSpec;
import io.polyphony.engine.auxiliary.AutoencoderSpec.Kind;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.sharing.HardSharing;
import io.polyphony.engine.sharing.SharingSettings;
import io.polyphony.engine.sharing.SharingSpec;
import io.polyphony.engine.sharing.Sharings;
import io.polyphony.hpo.space.Assignment;
import java.util.Locale;

/** What tasks of an assignment share, and what is learnt beside them. What is left out is as it was before it could be chosen. */
public final class BesideChoices {
    private static final int EXPERTS = 4;
    private static final double AUTOENCODING = 0.1;

    private BesideChoices() {}

    /** Between the fused embedding and the heads. */
    public static SharingSpec sharing(Assignment a) {
        if (!a.has(Knobs.SHARING)) {
            return new HardSharing();
        }
        int depth = a.integer(Knobs.DEPTH, 1);
        var settings = new SharingSettings(a.integer(Knobs.WIDTH), depth, EXPERTS, a.real(Knobs.DROPOUT));
        return Sharings.named(a.text(Knobs.SHARING)).of(settings);
    }

    /** Losses beside those of the tasks. */
    public static AuxiliarySpec auxiliary(Assignment a) {
        return new AuxiliarySpec(a.real(Knobs.UNIMODAL, 0), a.real(Knobs.MODULATION, 0), autoencoder(a));
    }

    private static AutoencoderSpec autoencoder(Assignment a) {
        var kind = a.text(Knobs.AUTOENCODING, "none");
        return kind.equals("none")
                ? AutoencoderSpec.NONE
                : new AutoencoderSpec(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), AUTOENCODING);
    }
}
