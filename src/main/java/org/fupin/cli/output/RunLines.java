package org.fupin.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fupin.store.RunAtWork;
import org.fupin.store.WorkerAtWork;
import org.fupin.warehouse.ledger.LockHolder;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunCount;
import org.fupin.warehouse.ledger.WorkerProcess;

/** How runs are told, to people and to machines. */
public final class RunLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RunLines() {}

    /** In the time of the machine. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** Of the last attempt; blank for a run that did not end. */
    public static String duration(Run run) {
        return run.finished() == null ? "" : seconds(run) + "s";
    }

    public static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run.id());
        json.put("job", run.job());
        json.put("period", run.period().toString());
        json.put("status", run.status().code());
        json.put("attempts", run.attempts());
        json.put("started", run.started().toString());
        json.put("attempt_started", run.attemptStarted().toString());
        json.put("finished", run.finished() == null ? "" : run.finished().toString());
        if (run.finished() != null) {
            json.put("seconds", seconds(run));
        }
        json.put("message", run.message());
        for (RunCount count : RunCount.values()) {
            json.put(count.code(), run.count(count));
        }
        return json;
    }

    public static Map<String, Object> json(RunAtWork atWork) {
        LockHolder holder = atWork.holder();
        Map<String, Object> json = new LinkedHashMap<>();
        if (holder.runId() != null) {
            json.put("run", holder.runId());
        }
        json.put("job", holder.job());
        json.put("period", holder.period().toString());
        json.put("host", holder.owner().host());
        json.put("process", holder.owner().process());
        json.put("since", holder.since().toString());
        json.put("last_heartbeat", holder.heartbeat().toString());
        json.put("silent_seconds", holder.silence().toSeconds());
        json.put("seems_dead", atWork.seemsDead());
        return json;
    }

    public static Map<String, Object> json(WorkerAtWork atWork) {
        WorkerProcess worker = atWork.worker();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", worker.owner().host());
        json.put("process", worker.owner().process());
        json.put("job", worker.job());
        json.put("version", worker.version());
        json.put("threads", worker.threads());
        json.put("since", worker.since().toString());
        json.put("last_heartbeat", worker.heartbeat().toString());
        json.put("silent_seconds", worker.silence().toSeconds());
        json.put("seems_dead", atWork.seemsDead());
        json.put("done", worker.done());
        json.put(
                "in_work",
                atWork.inWork().stream()
                        .map(partition -> Map.of(
                                "step", partition.step(),
                                "what", partition.label(),
                                "seconds", partition.since().toSeconds()))
                        .toList());
        return json;
    }

    private static long seconds(Run run) {
        return run.finished() == null
                ? 0
                : Math.round(
                        Duration.between(run.attemptStarted(), run.finished()).toMillis() / 1000.0);
    }
}
