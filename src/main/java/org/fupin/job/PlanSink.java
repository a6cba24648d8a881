package org.fupin.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.intake.Incoming;
import org.fupin.intake.LeftFile;
import org.fupin.intake.PlannedFile;
import org.fupin.intake.PlannedFile.State;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Counts;
import org.fupin.job.step.FileSink;
import org.fupin.settings.OnConflict;
import org.fupin.warehouse.load.ArticleEdition;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.fupin.warehouse.load.LoadPlan;
import org.jspecify.annotations.Nullable;

/** Puts the files of an inbox into a plan; nothing is written. */
final class PlanSink extends FileSink {

    private final LoadPlan plan;
    private final Map<String, List<ArticleEdition>> loadedBefore;
    private final OnConflict onConflict;
    private final List<PlannedFile> files = new ArrayList<>();
    /** The document of each file that would be loaded, by its name. */
    private final Map<String, String> loaded = new LinkedHashMap<>();

    /** @param loadedBefore by the run that would be continued, by the documents' SHA-256 */
    PlanSink(LoadPlan plan, Map<String, List<ArticleEdition>> loadedBefore, OnConflict onConflict) {
        super(new Counts());
        this.plan = plan;
        this.loadedBefore = loadedBefore;
        this.onConflict = onConflict;
    }

    @Override
    protected Map<String, List<ArticleEdition>> loadedBefore() {
        return loadedBefore;
    }

    @Override
    protected boolean holds(Incoming document) {
        boolean held = plan.holds(document.hash(), document.changed(onConflict));
        if (held) {
            add(document.name(), State.KNOWN, null, null);
        }
        return held;
    }

    @Override
    protected void load(List<Taken> documents) {
        for (Taken taken : documents) {
            Incoming document = taken.document();
            plan.add(taken.extracted(), document.changed(onConflict));
            add(document.name(), State.NEW, null, null);
            synchronized (this) {
                loaded.put(document.name(), document.hash());
            }
        }
    }

    @Override
    protected void noteSame(Incoming duplicate) {
        add(duplicate.name(), State.KNOWN, null, null);
    }

    @Override
    protected void reject(Rejection rejection) {
        add(rejection.file(), State.REJECTED, rejection, null);
    }

    @Override
    protected void leave(LeftFile file) {
        add(file.file(), State.LEFT, null, file.why());
    }

    @Override
    protected void passOver(String name) {
        add(name, State.OUT_OF_SCOPE, null, null);
    }

    @Override
    protected void listRejected() {}

    private synchronized void add(
            String name, State state, @Nullable Rejection rejection, LeftFile.@Nullable Why left) {
        files.add(new PlannedFile(name, state, rejection, left, List.of()));
    }

    /** All files, by name, with what would become of the articles of those that are new. */
    synchronized List<PlannedFile> files(LoadForecast forecast) {
        Map<String, List<ForecastArticle>> articles = new LinkedHashMap<>();
        forecast.articles().forEach(article -> articles.computeIfAbsent(article.documentId(), any -> new ArrayList<>())
                .add(article));
        return files.stream()
                .map(file -> file.with(articles.getOrDefault(loaded.get(file.name()), List.of())))
                .sorted(Comparator.comparing(PlannedFile::name))
                .toList();
    }
}
