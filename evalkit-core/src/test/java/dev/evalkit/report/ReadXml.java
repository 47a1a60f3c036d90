package dev.evalkit.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML as the JDK's own parser reads it. */
public final class ReadXml {
    private ReadXml() {}

    public static Document of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("No XML: " + xml, e);
        }
    }

    /** Names of elements and attributes in their order, nothing of what they hold. */
    public static List<String> structure(String xml) {
        List<String> names = new ArrayList<>();
        walk(of(xml).getDocumentElement(), names);
        return names;
    }

    private static void walk(Element element, List<String> names) {
        StringBuilder name = new StringBuilder(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            name.append(' ').append(element.getAttributes().item(i).getNodeName());
        }
        names.add(name.toString());
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, names);
            } else if (child.getNodeType() != Node.TEXT_NODE) {
                names.add(child.getNodeName());
            }
        }
    }

    /** The elements of that name. */
    public static List<Element> elements(String xml, String name) {
        List<Element> elements = new ArrayList<>();
        var found = of(xml).getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
