package org.fupin.reading.docx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fupin.reading.Zips;

/** Builds DOCX documents in memory, part by part, so that a test can write what no word processor would. */
public final class Docx {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Docx() {
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='xml' ContentType='application/xml'/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='r1' Target='word/document.xml'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
                        + "</Relationships>");
    }

    /** A document of paragraphs of plain text. */
    public static Docx of(String... paragraphs) {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append(p(r(paragraph)));
        }
        return body(body.toString());
    }

    /** A document whose body is the XML. */
    static Docx body(String xml) {
        return new Docx().part("word/document.xml", root("document", "<w:body>" + xml + "</w:body>"));
    }

    Docx part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    Docx styles(String xml) {
        return part("word/styles.xml", root("styles", xml));
    }

    Docx footnotes(String xml) {
        return part("word/footnotes.xml", root("footnotes", xml));
    }

    public static String root(String name, String xml) {
        return "<?xml version='1.0' encoding='UTF-8'?><w:" + name + " xmlns:w='" + W
                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
                + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:v'>" + xml
                + "</w:" + name + ">";
    }

    public static String p(String runs) {
        return "<w:p>" + runs + "</w:p>";
    }

    public static String r(String text) {
        return r("", text);
    }

    public static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    public byte[] bytes() {
        Zips zip = new Zips();
        parts.forEach(zip::and);
        return zip.bytes();
    }
}
