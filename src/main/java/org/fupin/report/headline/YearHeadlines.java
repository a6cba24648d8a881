package org.fupin.report.headline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Observation;
import org.fupin.observation.Sha256;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;
import org.jspecify.annotations.Nullable;

/**
 * The headline figures of a province and year, as reports on later years show them.
 *
 * @param figures by indicator; those without a figure are not in it
 */
public record YearHeadlines(String region, int year, Map<Indicator, Stated> figures) {

    /**
     * A headline figure.
     *
     * @param ref where it stands
     * @param scope of whom it is; null where it cannot be compared
     * @param money whose money it comprises; null for all but the total of funds
     */
    public record Stated(
            ObservationRef ref,
            Observation observation,
            @Nullable Scope scope,
            @Nullable MoneyClass money) {}

    public YearHeadlines {
        Map<Indicator, Stated> ordered = new EnumMap<>(Indicator.class);
        ordered.putAll(figures);
        figures = Collections.unmodifiableMap(ordered);
    }

    /** Those of all that is held on a province and year. */
    public static YearHeadlines of(ProvinceYear source) {
        HeadlineChooser chooser = new HeadlineChooser(new FigureIndex(source), source.region(), source.year());
        Map<Indicator, Stated> figures = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            Choice choice = chooser.choice(indicator);
            Figure figure = choice.figure();
            if (figure != null) {
                figures.put(indicator, new Stated(figure.ref(), figure.observation(), choice.scope(), choice.money()));
            }
        }
        return new YearHeadlines(source.region(), source.year(), figures);
    }

    @Nullable
    Observation observation(Indicator indicator) {
        Stated stated = figures.get(indicator);
        return stated == null ? null : stated.observation();
    }

    /** On what the figure of {@code indicator} can be compared; null without a figure. */
    @Nullable
    Basis basis(Indicator indicator) {
        Stated stated = figures.get(indicator);
        return stated == null
                ? null
                : Basis.of(
                        indicator,
                        stated.observation(),
                        stated.scope(),
                        stated.money(),
                        observation(Indicator.POVERTY_LINE));
    }

    /** As reports of later years have it. */
    public Headline.Earlier earlier(Indicator indicator) {
        return new Headline.Earlier(year, observation(indicator), basis(indicator));
    }

    /** SHA-256 of what reports of later years show: equal for equal figures, wherever and however they are stated. */
    public String fingerprint() {
        List<Object> parts = new ArrayList<>();
        figures.forEach((indicator, stated) -> {
            Observation observation = stated.observation();
            parts.add(indicator.code());
            parts.add(FigureText.of(observation));
            parts.add(FigureText.undirected(observation));
            parts.add(String.valueOf(observation.direction()));
            parts.add(observation.qualifier().code());
            parts.add(observation.quantity());
            parts.add(String.valueOf(stated.scope()));
            parts.add(String.valueOf(stated.money()));
        });
        return Sha256.ofParts(parts.toArray());
    }
}
