package org.fupin.publish;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.fupin.observation.Coded;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.MoneyClass;
import org.fupin.report.headline.Scope;
import org.fupin.report.headline.YearHeadlines;
import org.fupin.warehouse.query.HeadlineRow;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * The headline figures of provinces and years, chosen once when they were audited, so that a report need not read all years
 * before its own. Another version of the program may choose others: it chooses again.
 */
public final class ChosenHeadlines {

    private final Headlines headlines;

    public ChosenHeadlines(Headlines headlines) {
        this.headlines = headlines;
    }

    /** The audited province-years for which this version of the program has chosen none yet. */
    public SortedSet<ProvinceYearKey> missing() {
        return headlines.toChoose(BuildInfo.version());
    }

    /**
     * Chooses the headlines of a province and year. What is noted must be in the same transaction as the audit, if there is one.
     *
     * @param audited with its findings; empty if nothing is held any more
     * @return notes them; the caller must hold a transaction
     */
    public Runnable choose(ProvinceYearKey key, Optional<ProvinceYear> audited) {
        YearHeadlines chosen =
                audited.map(YearHeadlines::of).orElseGet(() -> new YearHeadlines(key.region(), key.year(), Map.of()));
        List<HeadlineRow> rows = new ArrayList<>();
        chosen.figures()
                .forEach((indicator, stated) -> rows.add(new HeadlineRow(
                        indicator.code(),
                        stated.ref(),
                        stated.observation(),
                        code(stated.scope()),
                        code(stated.money()))));
        return () -> headlines.replace(key, rows, chosen.fingerprint(), BuildInfo.version());
    }

    /** Of the earlier years of the province that are held, in their order. */
    public List<YearHeadlines> before(ProvinceYearKey key) {
        List<YearHeadlines> years = new ArrayList<>();
        headlines.before(key).forEach((year, rows) -> {
            Map<Indicator, YearHeadlines.Stated> figures = new EnumMap<>(Indicator.class);
            for (HeadlineRow row : rows) {
                figures.put(
                        Coded.of(Indicator.class, row.indicator()),
                        new YearHeadlines.Stated(
                                row.figure(),
                                row.observation(),
                                row.scope() == null ? null : Coded.of(Scope.class, row.scope()),
                                row.money() == null ? null : Coded.of(MoneyClass.class, row.money())));
            }
            years.add(new YearHeadlines(key.region(), year, figures));
        });
        return years;
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }
}
