package org.fupin.report.excel;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The cell styles of a workbook, each made once. */
final class Styles {

    /** @param decimals of a number, -1 for text */
    private record Body(int decimals, boolean wrapped, boolean link, boolean alert, boolean right, boolean quoted) {

        /** Its own number: each cell looks its style up, and a record's own comparison is slow where nothing optimises it. */
        int key() {
            return (((((decimals << 1 | bit(wrapped)) << 1 | bit(link)) << 1 | bit(alert)) << 1 | bit(right)) << 1)
                    | bit(quoted);
        }

        private static int bit(boolean set) {
            return set ? 1 : 0;
        }
    }

    private static final float LINE_SPACING = 1.27f;

    /** Two brackets' width of space: keeps what is right-aligned off the text of the next column. */
    private static final String SPACE_BEHIND = "_)_)";

    private final XSSFWorkbook workbook;
    private final Theme theme;
    private final Map<Integer, XSSFCellStyle> bodies = new HashMap<>();
    private final XSSFCellStyle title;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle lead;
    private final XSSFCellStyle wrappedLead;
    private final XSSFCellStyle plainLink;
    private final XSSFCellStyle header;
    private final XSSFCellStyle numericHeader;

    Styles(XSSFWorkbook workbook, Theme theme) {
        this.workbook = workbook;
        this.theme = theme;
        // The first font is the workbook's default, by which spreadsheets measure column widths.
        set(workbook.getFontAt(0), null);
        this.title = style(font(theme.title(), theme.titleSize(), true));
        this.heading = style(font(theme.title(), theme.headingSize(), true));
        this.lead = style(font(null, theme.textSize(), false));
        this.wrappedLead = lead.copy();
        wrappedLead.setWrapText(true);
        wrappedLead.setVerticalAlignment(VerticalAlignment.TOP);
        this.plainLink = style(linkFont());
        plainLink.setVerticalAlignment(VerticalAlignment.TOP);
        this.header = style(font(theme.title(), theme.textSize(), true));
        header.setWrapText(true);
        header.setVerticalAlignment(VerticalAlignment.BOTTOM);
        header.setBorderBottom(BorderStyle.MEDIUM);
        header.setBottomBorderColor(color(theme.title()));
        this.numericHeader = header.copy();
        numericHeader.setAlignment(HorizontalAlignment.RIGHT);
        numericHeader.setDataFormat(format("@"));
        ((NamedStyles) workbook.getStylesSource()).headings(title, heading);
    }

    XSSFCellStyle title() {
        return title;
    }

    /** The heading of a part of a sheet. */
    XSSFCellStyle heading() {
        return heading;
    }

    /** Text outside of tables. */
    XSSFCellStyle lead() {
        return lead;
    }

    /** Text outside of tables that goes on in further lines. */
    XSSFCellStyle wrappedLead() {
        return wrappedLead;
    }

    /** A link outside of tables. */
    XSSFCellStyle link() {
        return plainLink;
    }

    XSSFCellStyle header() {
        return header;
    }

    /** The header above numbers. */
    XSSFCellStyle numericHeader() {
        return numericHeader;
    }

    /** Height of a line of text in points. */
    float lineHeight() {
        return theme.textSize() * LINE_SPACING;
    }

    /** Text in a table. */
    XSSFCellStyle text(boolean wrapped, boolean link, boolean alert, boolean right, boolean quoted) {
        return body(new Body(-1, wrapped, link, alert, right, quoted));
    }

    /** A number in a table; one that leads somewhere is a label and stands on the left as labels do. */
    XSSFCellStyle number(int decimals, boolean link) {
        return body(new Body(decimals, false, link, false, !link, false));
    }

    private XSSFCellStyle body(Body body) {
        XSSFCellStyle made = bodies.get(body.key());
        if (made == null) {
            made = make(body);
            bodies.put(body.key(), made);
        }
        return made;
    }

    private XSSFCellStyle make(Body body) {
        XSSFFont font =
                body.link() ? linkFont() : font(body.alert() ? theme.warning() : null, theme.textSize(), body.alert());
        XSSFCellStyle style = style(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(theme.rule()));
        style.setWrapText(body.wrapped());
        style.setAlignment(body.right() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        if (body.right()) {
            style.setDataFormat(format("@"));
        }
        if (body.decimals() >= 0) {
            String format = body.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(body.decimals());
            style.setDataFormat(
                    body.right() ? format(format) : workbook.createDataFormat().getFormat("0"));
        }
        style.setQuotePrefixed(body.quoted());
        return style;
    }

    private short format(String format) {
        return workbook.createDataFormat().getFormat(format + SPACE_BEHIND);
    }

    private XSSFCellStyle style(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private XSSFFont linkFont() {
        XSSFFont font = font(theme.link(), theme.textSize(), false);
        font.setUnderline(FontUnderline.SINGLE);
        return font;
    }

    private XSSFFont font(@Nullable String color, int size, boolean bold) {
        XSSFFont font = workbook.createFont();
        set(font, color);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        return font;
    }

    /** @param color null for the one that the reader's program has */
    private void set(XSSFFont font, @Nullable String color) {
        font.setFontName(theme.font());
        font.setFontHeightInPoints((short) theme.textSize());
        font.setColor(color == null ? null : color(color));
    }

    private static XSSFColor color(String hex) {
        return new XSSFColor(Theme.rgb(hex), null);
    }
}
