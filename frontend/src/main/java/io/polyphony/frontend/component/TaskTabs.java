package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What belongs to each task, one task at a time; a single one needs no tabs. Only what is shown is there. */
public final class TaskTabs extends Div {
    private final Div list = Ui.div("task-tabs");
    private final Div panel = Ui.div("");
    private final List<NativeButton> tabs = new ArrayList<>();

    private TaskTabs(Map<String, Component> byTask) {
        addClassName("stack");
        list.getElement().setAttribute("role", "tablist");
        panel.getElement().setAttribute("role", "tabpanel").setAttribute("tabindex", "0");
        byTask.forEach((task, content) -> {
            var tab = new NativeButton(task);
            tab.getElement().setAttribute("role", "tab");
            tab.addClickListener(click -> show(tab, content));
            tabs.add(tab);
            list.add(tab);
        });
        add(list, panel);
        show(tabs.getFirst(), byTask.values().iterator().next());
    }

    /** @param byTask in the order of the tasks, at least one */
    public static Component of(Map<String, Component> byTask) {
        return byTask.size() == 1 ? byTask.values().iterator().next() : new TaskTabs(byTask);
    }

    private void show(NativeButton chosen, Component content) {
        for (var tab : tabs) {
            tab.getElement().setAttribute("aria-selected", String.valueOf(tab == chosen));
        }
        panel.getElement().setAttribute("aria-label", chosen.getText());
        panel.removeAll();
        panel.add(content);
    }
}
