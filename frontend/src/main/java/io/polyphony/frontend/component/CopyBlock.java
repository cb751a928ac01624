package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** Text for a terminal or a file, with a button that copies it. */
public final class CopyBlock extends Div {
    private final Pre pre = new Pre();

    public CopyBlock(String text) {
        addClassName("copyblock");
        pre.getElement().setAttribute("tabindex", "0");
        setText(text);
        var copy = Ui.iconButton("Copy", Glyph.COPY, () -> Ui.tell("Copied"));
        // Without HTTPS a browser offers no clipboard; then a selection and the old command do.
        copy.getElement().executeJs("""
                this.addEventListener('click', () => {
                  const text = $0.textContent;
                  if (navigator.clipboard) { navigator.clipboard.writeText(text); return; }
                  const range = document.createRange();
                  range.selectNodeContents($0);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                  document.execCommand('copy');
                })""", pre.getElement());
        add(pre, copy);
    }

    @Override
    public void setText(String text) {
        pre.setText(text);
    }
}
