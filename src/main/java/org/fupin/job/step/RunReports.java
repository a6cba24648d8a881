package org.fupin.job.step;

import java.io.IOException;
import org.fupin.job.run.ActiveRun;
import org.fupin.publish.OutputStates;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportWriter;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;

/** What a run's reports are made from and which have to be made, found out once for all its steps after the audit. */
public final class RunReports {

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final ReportWriter writer;
    private final OutputStates states;
    private @Nullable ReportInputs inputs;
    private @Nullable RenderPlan plan;

    public RunReports(ActiveRun run, ProvinceYears provinceYears, ReportWriter writer, OutputStates states) {
        this.run = run;
        this.provinceYears = provinceYears;
        this.writer = writer;
        this.states = states;
    }

    ReportWriter writer() {
        return writer;
    }

    OutputStates states() {
        return states;
    }

    synchronized ReportInputs inputs() {
        if (inputs == null) {
            inputs = ReportInputs.of(provinceYears);
        }
        return inputs;
    }

    /** As the folder of the outputs was when it was asked for first. */
    public synchronized RenderPlan plan() throws IOException {
        if (plan == null) {
            plan = RenderPlan.of(run, inputs(), writer.formats(), states);
        }
        return plan;
    }

    /** Something else holds now. */
    public synchronized void reset() {
        inputs = null;
        plan = null;
    }
}
