package org.fupin.report.excel;

import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** Makes the parts of one new workbook: sheets, texts and styles of this package's kind, all others of the library's. */
final class StreamedParts extends XSSFFactory {

    private final SharedTexts texts = new SharedTexts();

    @Override
    public POIXMLDocumentPart newDocumentPart(POIXMLRelation kind) {
        if (kind == XSSFRelation.WORKSHEET) {
            return new StreamedSheet(texts);
        }
        if (kind == XSSFRelation.SHARED_STRINGS) {
            return texts;
        }
        return kind == XSSFRelation.STYLES ? new NamedStyles() : super.newDocumentPart(kind);
    }
}
