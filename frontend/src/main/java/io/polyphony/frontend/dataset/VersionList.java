package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.StateBadge;
import java.util.List;

/** Every version, newest first, with the hash that results refer to. */
final class VersionList extends Div {
    VersionList(List<VersionSummary> versions) {
        addClassName("stack");
        versions.forEach(version -> add(new Panel("Version " + version.number(), version.fileName())
                .tools(new StateBadge(version.state()))
                .with(new Facts()
                        .fact("Rows", Numbers.count(version.rows()))
                        .fact("Columns", String.valueOf(version.columns()))
                        .fact("Uploaded", Numbers.moment(version.createdAt()))
                        .fact("Size", Numbers.bytes(version.bytes()))
                        .code("SHA-256", version.hash()))));
    }
}
