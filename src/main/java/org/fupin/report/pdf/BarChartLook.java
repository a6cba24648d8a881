package org.fupin.report.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import net.sf.jasperreports.charts.JRChart;
import net.sf.jasperreports.charts.JRChartCustomizer;
import org.fupin.report.money.Funding;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * How the bar charts of all templates look: flat horizontal bars in one colour, each with its amount beside it instead of
 * an axis with a grid. Named by the templates.
 */
public final class BarChartLook implements JRChartCustomizer {

    private static final Color BAR = new Color(0x1B4965);
    private static final Color REST = new Color(0xB8C4CE);
    private static final Color TEXT = new Color(0x1F2933);

    /** Room beside the longest bar for its amount, such as "under 855.9 million", in lengths of the bar. */
    private static final double LABEL_ROOM = 1.0;

    /** In points, so that two bars do not become two blocks. */
    private static final double THICKEST = 15;

    @Override
    public void customize(JFreeChart chart, JRChart element) {
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);

        CategoryAxis categories = plot.getDomainAxis();
        categories.setAxisLineVisible(false);
        categories.setTickMarksVisible(false);
        categories.setTickLabelPaint(TEXT);
        categories.setMaximumCategoryLabelWidthRatio(0.45f);
        categories.setMaximumCategoryLabelLines(2);
        categories.setLowerMargin(0.01);
        categories.setUpperMargin(0.01);

        ValueAxis amounts = plot.getRangeAxis();
        amounts.setVisible(false);
        Range bars = plot.getDataRange(amounts);
        if (bars != null && bars.getUpperBound() > 0) {
            amounts.setRange(0, bars.getUpperBound() * (1 + LABEL_ROOM));
        }

        Bars renderer = new Bars();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0);
        renderer.setMaximumBarWidth(THICKEST / element.getHeight());
        // The amounts in words that the template gives, with the "over" or "about" of the source.
        renderer.setDefaultItemLabelGenerator(plot.getRenderer().getDefaultItemLabelGenerator());
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(categories.getTickLabelFont().deriveFont(Font.PLAIN));
        renderer.setDefaultItemLabelPaint(TEXT);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        plot.setRenderer(renderer);
    }

    private static final class Bars extends BarRenderer {

        @Override
        public Paint getItemPaint(int row, int column) {
            return getPlot().getDataset().getColumnKey(column).equals(Funding.NOT_BROKEN_DOWN) ? REST : BAR;
        }
    }
}
