package org.fupin.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fupin.job.past.PastResult;
import tools.jackson.databind.json.JsonMapper;

/** Which reports of past editions were made, for people and for machines. */
public record PastSummary(String job, PastResult made) {

    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "reports of %s as of %s: %s, in %s",
                job,
                made.name(),
                Counted.of(made.files().size(), "file"),
                made.folder()));
        for (PastResult.Made one : made.editions()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %d  vintage %d of %d, edition of %s%s",
                    one.key().region(),
                    one.key().year(),
                    one.edition().vintage(),
                    one.newest(),
                    one.edition().edition(),
                    one.isPast() ? "" : ", the newest"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", job);
        json.put("as_of", made.name());
        json.put("out", made.folder().toString());
        List<Map<String, Object>> editions = new ArrayList<>();
        for (PastResult.Made one : made.editions()) {
            Map<String, Object> edition = new LinkedHashMap<>();
            edition.put("region", one.key().region());
            edition.put("year", one.key().year());
            edition.put("vintage", one.edition().vintage());
            edition.put("edition", one.edition().edition().toString());
            edition.put("run", one.edition().run());
            edition.put("newest", one.newest());
            editions.add(edition);
        }
        json.put("editions", editions);
        json.put("reports", made.files());
        json.put("reports_changed", made.changed());
        return JsonMapper.shared().writeValueAsString(json);
    }
}
