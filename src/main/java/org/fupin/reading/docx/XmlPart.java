package org.fupin.reading.docx;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * One part of an Office document, read element by element. Document types, and with them entities of any kind, are not
 * read: no Office program writes them, so that a part with one is made to do harm.
 */
final class XmlPart {

    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final byte[] content;

    XmlPart(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** Called for each event of a part. */
    interface Handler {

        /** {@code name} without its prefix; the element's attributes are those of {@code xml}. */
        void start(String name, XMLStreamReader xml) throws UnreadableDocumentException;

        void end(String name) throws UnreadableDocumentException;

        void text(String text) throws UnreadableDocumentException;
    }

    /** Goes through the part; elements may stand in one another to any depth. */
    void read(Handler handler) throws UnreadableDocumentException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> handler.start(xml.getLocalName(), xml);
                    case XMLStreamConstants.END_ELEMENT -> handler.end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        handler.text(xml.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw damaged("has a document type or an entity, which no Office document has", null);
                    default -> {
                        // comments and processing instructions
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(
                    "is not well-formed XML at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber(),
                    e);
        } catch (RuntimeException e) {
            throw damaged("is not well-formed XML", e);
        }
    }

    /** The value of an attribute, by its name without prefix, or the empty string. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private UnreadableDocumentException damaged(String message, @Nullable Exception cause) {
        return new UnreadableDocumentException(
                RejectionReason.DAMAGED, "the document's part " + name + " " + message, cause);
    }

    private static XMLInputFactory factory() {
        // That of the JDK: whichever else is on the class path has other limits.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
