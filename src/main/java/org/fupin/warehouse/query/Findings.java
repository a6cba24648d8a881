package org.fupin.warehouse.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.observation.Coded;
import org.fupin.observation.Sha256;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.warehouse.query.FigureKeys.FactKey;
import org.fupin.warehouse.row.BatchInsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** What the audit found, by province and year, with the history of it. */
public class Findings {

    /**
     * What {@link #replace} did.
     *
     * @param added findings that are new
     * @param closed findings that no longer hold
     * @param unchanged findings that were there before
     */
    public record Replacement(int added, int closed, int unchanged) {}

    private record Held(long id, int number) {}

    private record Reference(
            long findingId,
            int number,
            ObservationRef to,
            boolean borneOut,
            @Nullable FactKey fact) {}

    private record Moved(long findingId, int number, FactKey fact) {}

    private static final String REFERENCES = """
            SELECT o.finding_id, o.list_no, o.document_id, o.span_begin, o.borne_out, o.article_id, o.obs_no
            FROM finding_observation o JOIN finding f ON f.finding_id = o.finding_id
            WHERE f.ref_area = ? AND f.ref_year = ? AND f.valid_from_run < ?
              AND (f.valid_to_run IS NULL OR f.valid_to_run >= ?)
            ORDER BY o.finding_id, o.list_no""";

    private static final String HELD = """
            SELECT finding_id, finding_rule, severity, holds, stated, expected, message
            FROM finding WHERE ref_area = ? AND ref_year = ? AND valid_from_run < ?
              AND (valid_to_run IS NULL OR valid_to_run >= ?)
            ORDER BY list_no, finding_id""";

    /** Later than all runs. */
    private static final long NOW = Long.MAX_VALUE;

    private static final String CURRENT_KEYS = """
            SELECT finding_id, finding_key, list_no FROM finding
            WHERE ref_area = ? AND ref_year = ? AND valid_to_run IS NULL ORDER BY list_no""";

    private static final String INSERT = """
            INSERT INTO finding (finding_key, ref_area, ref_year, list_no, finding_rule, severity, holds,
                stated, expected, message, valid_from_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public Findings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Makes {@code findings} the current ones of a province-year, and notes that its current vintage is audited. Those
     * that are there already are left alone; those that are not in {@code findings} are closed by {@code runId}. The
     * same findings again change nothing.
     *
     * <p>The caller must hold a transaction, and no other may replace the findings of the same province-year meanwhile.
     */
    public Replacement replace(String region, int year, List<Finding> findings, long runId) {
        Map<String, Deque<Held>> held = held(region, year);
        Map<ObservationRef, FactKey> facts = FigureKeys.of(client, new ProvinceYearKey(region, year));
        List<Reference> references = new ArrayList<>();
        int added = 0;
        for (int number = 0; number < findings.size(); number++) {
            Finding finding = findings.get(number);
            String key = key(finding);
            Held same = held.getOrDefault(key, new ArrayDeque<>()).poll();
            if (same == null) {
                long id = insert(region, year, number, key, finding, runId);
                added++;
                for (int i = 0; i < finding.observations().size(); i++) {
                    ObservationRef to = finding.observations().get(i);
                    references.add(new Reference(id, i, to, finding.borneOut().contains(to), facts.get(to)));
                }
            } else if (same.number() != number) {
                client.sql("UPDATE finding SET list_no = ? WHERE finding_id = ?")
                        .params(number, same.id())
                        .update();
            }
        }
        BatchInsert.<Reference>into("finding_observation")
                .column("finding_id", Reference::findingId)
                .column("list_no", Reference::number)
                .column("document_id", reference -> reference.to().documentId())
                .column("span_begin", reference -> reference.to().begin())
                .column("borne_out", Reference::borneOut)
                .column("article_id", r -> r.fact() == null ? null : r.fact().articleId())
                .column("obs_no", r -> r.fact() == null ? null : r.fact().observationNumber())
                .insert(jdbc, references);
        List<Held> gone = held.values().stream().flatMap(Deque::stream).toList();
        jdbc.batchUpdate(
                "UPDATE finding SET valid_to_run = ? WHERE finding_id = ?", gone, 500, (statement, finding) -> {
                    statement.setLong(1, runId);
                    statement.setLong(2, finding.id());
                });
        leadToCurrent(region, year, facts);
        noteAudit(region, year, runId);
        return new Replacement(added, gone.size(), findings.size() - added);
    }

    /** A finding that is still right may be about figures whose article has a row of its own since it was corrected. */
    private void leadToCurrent(String region, int year, Map<ObservationRef, FactKey> facts) {
        List<Moved> moved = new ArrayList<>();
        client.sql(REFERENCES).params(region, year, NOW, NOW).query(row -> {
            FactKey fact = facts.get(new ObservationRef(row.getString("document_id"), row.getInt("span_begin")));
            Long articleId = row.getObject("article_id", Long.class);
            if (fact != null && articleId != null && !fact.equals(new FactKey(articleId, row.getInt("obs_no")))) {
                moved.add(new Moved(row.getLong("finding_id"), row.getInt("list_no"), fact));
            }
        });
        jdbc.batchUpdate(
                "UPDATE finding_observation SET article_id = ?, obs_no = ? WHERE finding_id = ? AND list_no = ?",
                moved,
                500,
                (statement, reference) -> {
                    statement.setLong(1, reference.fact().articleId());
                    statement.setInt(2, reference.fact().observationNumber());
                    statement.setLong(3, reference.findingId());
                    statement.setInt(4, reference.number());
                });
    }

    /**
     * The findings that held of a province-year before a run changed it, in the order of the audit. The audit of an edition may
     * be made up for by a later run than the one that made the edition, but by none that makes the next.
     */
    List<Finding> before(String region, int year, long run) {
        Map<Long, List<ObservationRef>> references = new HashMap<>();
        Map<Long, List<ObservationRef>> borneOut = new HashMap<>();
        client.sql(REFERENCES).params(region, year, run, run).query(row -> {
            long finding = row.getLong("finding_id");
            ObservationRef ref = new ObservationRef(row.getString("document_id"), row.getInt("span_begin"));
            references.computeIfAbsent(finding, any -> new ArrayList<>()).add(ref);
            if (row.getBoolean("borne_out")) {
                borneOut.computeIfAbsent(finding, any -> new ArrayList<>()).add(ref);
            }
        });
        return client.sql(HELD)
                .params(region, year, run, run)
                .query((row, n) -> new Finding(
                        Coded.of(FindingRule.class, row.getString("finding_rule")),
                        Coded.of(Severity.class, row.getString("severity")),
                        row.getBoolean("holds"),
                        references.getOrDefault(row.getLong("finding_id"), List.of()),
                        row.getString("stated"),
                        row.getString("expected"),
                        row.getString("message"),
                        borneOut.getOrDefault(row.getLong("finding_id"), List.of())))
                .list();
    }

    private static String key(Finding finding) {
        List<Object> parts = new ArrayList<>(List.of(
                finding.rule().code(),
                finding.severity().code(),
                finding.holds(),
                finding.stated(),
                finding.expected(),
                finding.message()));
        finding.observations().forEach(to -> {
            parts.add(to.documentId());
            parts.add(to.begin());
        });
        finding.borneOut().forEach(to -> parts.add("borne out " + to.begin()));
        return Sha256.ofParts(parts.toArray());
    }

    /** The current findings by key; one key may stand several times. */
    private Map<String, Deque<Held>> held(String region, int year) {
        Map<String, Deque<Held>> held = new LinkedHashMap<>();
        client.sql(CURRENT_KEYS).params(region, year).query(row -> {
            held.computeIfAbsent(row.getString("finding_key"), any -> new ArrayDeque<>())
                    .add(new Held(row.getLong("finding_id"), row.getInt("list_no")));
        });
        return held;
    }

    private long insert(String region, int year, int number, String key, Finding finding, long runId) {
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql(INSERT)
                .params(
                        key,
                        region,
                        year,
                        number,
                        finding.rule().code(),
                        finding.severity().code(),
                        finding.holds(),
                        finding.stated(),
                        finding.expected(),
                        finding.message(),
                        runId)
                .update(generated, "finding_id");
        return Objects.requireNonNull(generated.getKey(), "finding_id").longValue();
    }

    private void noteAudit(String region, int year, long runId) {
        int vintage = Vintages.runs(client, region, year).size();
        boolean noted = client.sql("SELECT COUNT(*) FROM audit WHERE ref_area = ? AND ref_year = ? AND vintage = ?")
                        .params(region, year, vintage)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!noted) {
            client.sql("INSERT INTO audit (ref_area, ref_year, vintage, run_id) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE vintage = VALUES(vintage), run_id = VALUES(run_id),"
                            + " headlines_by = NULL, headlines_sha256 = NULL")
                    .params(region, year, vintage, runId)
                    .update();
        }
    }
}
