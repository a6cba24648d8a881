package org.fupin.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Progress;
import org.fupin.observation.Printable;
import org.fupin.observation.document.Warning;
import org.jspecify.annotations.Nullable;

/** A bar for each step: for terminals. */
final class ProgressBars implements Progress {

    private final PrintWriter err;
    private final List<String> lines = new ArrayList<>();
    private @Nullable ProgressBar bar;

    ProgressBars(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void begin(String step, int total) {
        if (total > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName("%-9s".formatted(step))
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
    }

    @Override
    public synchronized void done(String step, String what) {
        if (bar != null) {
            bar.setExtraMessage(what);
            bar.step();
        }
    }

    /** Kept until the bar is done: a line in between would tear it. */
    @Override
    public synchronized void rejected(Rejection rejection) {
        lines.add("rejected " + rejection);
    }

    @Override
    public synchronized void warned(String file, Warning warning) {
        lines.add("warning " + Printable.line(file) + ": " + Printable.line(warning.message()));
    }

    @Override
    public synchronized void left(LeftFile file) {
        lines.add("left for the next run " + file);
    }

    @Override
    public synchronized void end(String step) {
        if (bar != null) {
            bar.setExtraMessage("");
            bar.close();
            bar = null;
        }
        lines.forEach(err::println);
        lines.clear();
    }
}
