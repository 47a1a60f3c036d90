package dev.evalkit.report.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An element while it is put together: {@code Element.of("td").attribute("class", "number").text(value)}. Not for use by several threads.
 */
public final class Element implements Node {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9:-]*");

    /** Without a scheme, or with one that fetches a page. */
    private static final Pattern SAFE_LINK = Pattern.compile("(?:https?://|[#?]|\\.{0,2}/|[\\w.%-]+(?:[/#?]|$)).*");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    private Element(String name) {
        this.name = checked(name);
    }

    /** An empty element. */
    public static Element of(String name) {
        return new Element(name);
    }

    /** An element with a text. */
    public static Element of(String name, String text) {
        return new Element(name).text(text);
    }

    /** Sets an attribute, whatever its value holds; handlers of events and links are refused, the latter for {@link #link}. */
    public Element attribute(String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("href") || attribute.equals("src")) {
            throw new IllegalArgumentException("This attribute is not set by text: " + attribute);
        }
        attributes.put(checked(attribute), new Text(value).content());
        return this;
    }

    /** Sets an attribute to a number. */
    public Element attribute(String attribute, long value) {
        return attribute(attribute, Long.toString(value));
    }

    /** Sets {@code class}. */
    public Element styled(String classes) {
        return attribute("class", classes);
    }

    /** Sets {@code href} where following it can but open a page or a place in one; else the element leads nowhere. */
    public Element link(String target) {
        if (isSafeLink(target)) {
            attributes.put("href", new Text(target).content());
        }
        return this;
    }

    /** Whether a link is relative or fetches a page. */
    public static boolean isSafeLink(String target) {
        return SAFE_LINK.matcher(target).matches() && !target.startsWith("//");
    }

    /** Adds text. */
    public Element text(String text) {
        children.add(new Text(text));
        return this;
    }

    /** Adds parts. */
    public Element add(Node... nodes) {
        children.addAll(List.of(nodes));
        return this;
    }

    /** Adds parts. */
    public Element addAll(Collection<? extends Node> nodes) {
        children.addAll(nodes);
        return this;
    }

    /** What it is. */
    public String name() {
        return name;
    }

    /** Names and values, unescaped, in the order in which they were set. */
    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** What it holds. */
    public List<Node> children() {
        return Collections.unmodifiableList(children);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of an element or an attribute: " + name);
        }
        return name;
    }
}
