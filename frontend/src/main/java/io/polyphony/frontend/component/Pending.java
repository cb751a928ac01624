package io.polyphony.frontend.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something that takes its time: worked out off the session's lock once it is on screen, with grey bars in its place until then. */
public final class Pending<T> extends Div {
    private static final int BONES = 3;
    private final Supplier<T> compute;
    private final Function<T, Component> show;

    /** @param compute must touch no component */
    public Pending(Supplier<T> compute, Function<T, Component> show) {
        this.compute = compute;
        this.show = show;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        if (getComponentCount() == 0) {
            add(Ui.skeleton(BONES));
        }
        again();
    }

    /** Works it out anew; what is there stays until then. */
    public void again() {
        getUI().ifPresent(ui -> Thread.startVirtualThread(() -> {
            try {
                var computed = compute.get();
                ui.access(() -> put(show.apply(computed)));
            } catch (RuntimeException refused) {
                var text = Problems.text(refused);
                ui.access(() -> put(Ui.notice("warn", text)));
            }
        }));
    }

    private void put(Component component) {
        removeAll();
        add(component);
    }
}
