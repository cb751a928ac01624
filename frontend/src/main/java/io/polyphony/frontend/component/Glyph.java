package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Span;

/** The icons in use, drawn from one sprite; decorative, so hidden from screen readers. */
public enum Glyph {
    OVERVIEW("layout-dashboard"),
    DATASET("database"),
    EXPERIMENT("flask-conical"),
    MODEL("box"),
    USERS("users"),
    SUN("sun"),
    MOON("moon"),
    SIGN_OUT("log-out"),
    UPLOAD("upload"),
    PLAY("play"),
    PAUSE("pause"),
    STOP("square"),
    PLUS("plus"),
    REMOVE("trash-2"),
    COPY("copy"),
    CHECK("check"),
    WARNING("triangle-alert"),
    NEXT("chevron-right"),
    KEY("key-round"),
    LOG("scroll-text"),
    PROJECT("folder"),
    IMAGE("image"),
    AUDIO("audio-lines"),
    TEXT("type"),
    TABLE("table-2"),
    AWARD("award"),
    TARGET("target"),
    FUSION("git-merge"),
    SCALE("scale"),
    TIMER("timer"),
    SEARCH("search"),
    FILTER("list-filter"),
    INFO("info"),
    TUNE("sliders-horizontal"),
    NUMBER("hash"),
    CATEGORY("tags"),
    CLOCK("clock"),
    CURVE("chart-line"),
    ADD_USER("user-plus"),
    BACK("arrow-left"),
    FORWARD("arrow-right"),
    RETRY("rotate-ccw"),
    STAR("star"),
    LAYERS("layers"),
    TERMINAL("terminal"),
    DONE("circle-check");

    private final String symbol;

    Glyph(String symbol) {
        this.symbol = symbol;
    }

    /** A new icon, as tall as the text around it. */
    public Span icon() {
        var icon = new Span();
        icon.addClassName("glyph");
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.getElement().setProperty("innerHTML", "<svg><use href=\"icons/sprite.svg#" + symbol + "\"/></svg>");
        return icon;
    }
}
