package org.fupin.report.excel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Chart;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/** A chart as a spreadsheet draws it. */
record BarChart(Chart chart, Sheets places) {

    private static final BigDecimal SCALED_FROM = BigDecimal.valueOf(10_000_000);

    /** Up to this many bars are drawn two rows of the sheet wide, more of them less so. */
    private static final int FEW = 12;

    private static final int ROWS_AROUND = 6;

    private static final double TITLE_SIZE = 13;

    /** In EMU, a fifteenth of a centimetre: the frame ends inside a cell, so that printing the cells takes in its edge. */
    private static final int EDGE = 24_000;

    /** How many rows of a sheet the chart takes. */
    int height() {
        int bars = chart.lastLine() - chart.firstLine() + 1;
        return ROWS_AROUND + (bars <= FEW ? 2 * bars : bars * 4 / 3);
    }

    /**
     * Draws the chart.
     *
     * @param row where its upper edge is, from 1
     * @param lastColumn the column at whose end it ends, from 0
     */
    void draw(XSSFSheet sheet, int row, int lastColumn, Theme theme) {
        boolean millions = chart.largest().compareTo(SCALED_FROM) >= 0;
        String unit = chart.unit();
        String format = millions ? "#,##0,," : "#,##0";
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor =
                drawing.createAnchor(0, 0, EDGE, EDGE, 0, row - 1, lastColumn + 1, row - 1 + height());
        XSSFChart drawn = drawing.createChart(anchor);
        drawn.setTitleText(chart.title() + (millions ? ", million " + unit : unit.isEmpty() ? "" : ", " + unit));
        drawn.setTitleOverlay(false);
        drawn.getTitle().getBody().getParagraph(0).getTextRuns().forEach(run -> {
            // Else it would be in the language of the machine.
            run.setLanguage(Locale.ENGLISH);
            run.setFontSize(TITLE_SIZE);
        });
        drawn.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(chart.description());

        XDDFCategoryAxis nameAxis = drawn.createCategoryAxis(AxisPosition.LEFT);
        nameAxis.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis amountAxis = drawn.createValueAxis(AxisPosition.BOTTOM);
        amountAxis.setCrosses(AxisCrosses.MAX);
        amountAxis.setCrossBetween(AxisCrossBetween.BETWEEN);
        amountAxis.setNumberFormat(format);
        amountAxis.setMinimum(0);
        XDDFShapeProperties grid = amountAxis.getOrAddMajorGridProperties();
        grid.setLineProperties(new XDDFLineProperties(fill(theme.rule())));

        XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, nameAxis, amountAxis);
        bars.setBarDirection(BarDirection.BAR);
        bars.setGapWidth(60);
        bars.setVaryColors(false);
        XDDFChartData.Series series = bars.addSeries(
                XDDFDataSourcesFactory.fromArray(
                        cells(chart.names()).map(Cell::text).toArray(String[]::new), range(chart.names())),
                XDDFDataSourcesFactory.fromArray(
                        cells(chart.amounts()).map(BarChart::amount).toArray(Double[]::new), range(chart.amounts())));
        series.setTitle(chart.title(), null);
        // LibreOffice draws bars without an explicit fill invisible.
        XDDFShapeProperties look = new XDDFShapeProperties();
        look.setFillProperties(fill(theme.bar()));
        series.setShapeProperties(look);
        drawn.plot(bars);
        label(drawn.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0), format);
    }

    private Stream<Cell> cells(String column) {
        return places.cells(chart.table(), column, chart.firstLine(), chart.lastLine()).stream();
    }

    private String range(String column) {
        return places.range(chart.table(), column, chart.firstLine(), chart.lastLine());
    }

    /** Null where there is no bar. */
    private static @Nullable Double amount(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return amount.value().doubleValue();
        }
        return cell instanceof Cell.Formula formula ? formula.value().doubleValue() : null;
    }

    /** The amount at the end of each bar. */
    private static void label(CTBarSer series, String format) {
        CTDLbls labels = series.addNewDLbls();
        labels.addNewNumFmt().setFormatCode(format);
        labels.getNumFmt().setSourceLinked(false);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static XDDFSolidFillProperties fill(String color) {
        return new XDDFSolidFillProperties(XDDFColor.from(Theme.rgb(color)));
    }
}
