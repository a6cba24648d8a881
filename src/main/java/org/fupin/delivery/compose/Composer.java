package org.fupin.delivery.compose;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.delivery.compose.ReportNotice.CheckCounts;
import org.fupin.delivery.compose.ReportNotice.HeadlineFigure;
import org.fupin.delivery.compose.ReportNotice.RevisedFigure;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Region;
import org.fupin.observation.Sha256;

/**
 * Puts messages together from the templates in {@code templates/mail}. The same input gives the same message. The records
 * below are what templates name; {@code templates/mail/README.md} lists them.
 */
public final class Composer {

    /** With more reports than this, each gets a line instead of a section of its own. */
    private static final int MOST_SECTIONS = 5;

    /** Revised figures that a section names, and corrected ones; the workbook has all. */
    private static final int MOST_REVISED = 8;

    /** What the table of many reports shows, by indicator. */
    private static final List<String> COLUMNS = List.of("funds", "poverty_reduced", "poor_population", "income");

    /** Provinces and years that the subject names. */
    private static final int MOST_NAMED = 3;

    private static final int MOST_REJECTED = 50;
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_TEXT = 160;

    /** All that a template for an office can name. */
    private record View(
            String office,
            String period,
            String contact,
            boolean update,
            String what,
            int whatCount,
            int moreWhat,
            List<ReportView> reports,
            List<ReportView> sections,
            List<ReportView> rows,
            boolean tabular,
            List<SummaryView> summaries,
            int reportCount,
            int summaryCount,
            int fileCount,
            boolean flagged,
            List<FileView> files,
            boolean attached,
            boolean linked,
            boolean named) {}

    private record ReportView(
            String region,
            String shortRegion,
            int year,
            int vintage,
            boolean provisional,
            String edition,
            String doubt,
            List<FigureView> headlines,
            List<CellView> cells,
            String text,
            boolean checked,
            boolean failed,
            boolean doubted,
            boolean held,
            int errors,
            int warnings,
            int holding,
            String worst,
            String worstLink,
            String page,
            List<RevisedView> revised,
            int revisedCount,
            int moreRevised,
            boolean reading,
            List<RevisedView> reread,
            int rereadCount,
            int moreReread,
            List<CorrectedView> corrected,
            int correctedCount,
            int moreCorrected,
            String title,
            String underline) {}

    private record SummaryView(int year, int provinces) {}

    /** A remark longer than this is read in the report. */
    private static final int LONGEST_REMARK = 300;

    private record FigureView(
            String label,
            String value,
            String flags,
            String line,
            String change,
            String before,
            String remark,
            String link) {}

    /** A figure in the table of many reports. */
    private record CellView(String value, String flags, String scope, String link) {}

    private record RevisedView(
            String item, String before, String after, boolean added, boolean removed, boolean changed) {}

    private record CorrectedView(String figure, String corrected, String read) {}

    private record FileView(String name, String size, String folder, String sha256, String link, String line) {}

    /** The files and how they come, one of the three. */
    private record FilesView(List<FileView> files, boolean attached, boolean linked, boolean named) {}

    /** All that a template for the owner can name. */
    private record OwnerView(
            String job,
            String period,
            String run,
            String host,
            boolean failed,
            List<String> failure,
            List<RejectedView> rejected,
            int rejectedCount,
            int moreRejected,
            List<DisplacedView> displaced,
            int displacedCount,
            int moreDisplaced,
            List<ReviewView> toReview,
            int toReviewCount,
            int moreToReview,
            List<UndeliveredView> undelivered,
            int undeliveredCount,
            List<UndeliveredView> deferred,
            int deferredCount) {}

    private record RejectedView(String file, String reason, String message) {}

    private record DisplacedView(String article, String file, String by) {}

    private record ReviewView(String correction, String problem) {}

    private record UndeliveredView(String office, String address, String subject, String reason) {}

    private final Recipients recipients;
    private final MailTemplates templates = new MailTemplates();

    public Composer(Recipients recipients) {
        this.recipients = recipients;
    }

    /** @param update whether the office has had a message in this period */
    public Message reports(Office office, YearMonth period, boolean update, Selection fresh) {
        List<Enclosure> files = enclosures(office, fresh);
        return forOffice(
                office, period, update ? MessageKind.UPDATE : MessageKind.REPORTS, "reports", update, fresh, files);
    }

    public Message nothingNew(Office office, YearMonth period) {
        return forOffice(
                office,
                period,
                MessageKind.NOTHING_NEW,
                "nothing-new",
                false,
                new Selection(List.of(), List.of()),
                List.of());
    }

    public Message owner(OwnerNotice notice) {
        List<RejectedView> rejected = notice.rejected().stream()
                .map(file -> new RejectedView(
                        MailText.shortLine(file.file(), LONGEST_LINE),
                        MailText.line(file.reason()),
                        MailText.shortLine(file.message(), LONGEST_LINE)))
                .toList();
        List<DisplacedView> displaced = notice.displaced().stream()
                .map(article -> new DisplacedView(
                        MailText.shortLine(
                                "\"%s\" (%s, %d)".formatted(article.title(), article.region(), article.year()),
                                LONGEST_LINE),
                        MailText.shortLine(article.file(), LONGEST_LINE),
                        MailText.shortLine(article.by(), LONGEST_LINE)))
                .toList();
        List<ReviewView> toReview = notice.toReview().stream()
                .map(open -> new ReviewView(
                        MailText.shortLine(open.correction(), LONGEST_LINE),
                        MailText.shortLine(open.problem(), LONGEST_LINE)))
                .toList();
        OwnerView view = new OwnerView(
                MailText.line(notice.job()),
                month(notice.period(), BodyLanguage.ENGLISH),
                notice.runId() == null ? "" : notice.runId().toString(),
                MailText.line(notice.host()),
                notice.failure() != null,
                notice.failure() == null
                        ? List.of()
                        : notice.failure()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .limit(MOST_LINES)
                                .map(line -> MailText.shortLine(line, LONGEST_LINE))
                                .toList(),
                rejected.stream().limit(MOST_REJECTED).toList(),
                rejected.size(),
                Math.max(0, rejected.size() - MOST_REJECTED),
                displaced.stream().limit(MOST_REJECTED).toList(),
                displaced.size(),
                Math.max(0, displaced.size() - MOST_REJECTED),
                toReview.stream().limit(MOST_REJECTED).toList(),
                toReview.size(),
                Math.max(0, toReview.size() - MOST_REJECTED),
                undelivered(notice.undelivered()),
                notice.undelivered().size(),
                undelivered(notice.deferred()),
                notice.deferred().size());
        MailTemplates.Texts texts = templates.fill("owner", BodyLanguage.ENGLISH, view);
        return new Message(
                Recipients.OWNER,
                notice.period(),
                MessageKind.OWNER,
                contentHash(notice),
                recipients.from(),
                recipients.replyTo(),
                recipients.owner(),
                List.of(),
                null,
                BodyLanguage.ENGLISH,
                texts.subject(),
                texts.text(),
                texts.html(),
                false,
                List.of());
    }

    /**
     * What makes a notice another than those before. A failure belongs to its run, so that the next one is told of again;
     * the same files rejected again and mail that still waits are no news.
     */
    private static String contentHash(OwnerNotice notice) {
        List<String> lines = new ArrayList<>();
        lines.add(notice.job());
        lines.add(notice.failure() == null ? "" : notice.runId() + " " + notice.failure());
        notice.rejected().stream()
                .map(file -> "rejected " + file.file() + " " + file.reason() + " " + file.message())
                .sorted()
                .forEach(lines::add);
        notice.displaced().stream()
                .map(article -> "displaced " + article)
                .sorted()
                .forEach(lines::add);
        notice.toReview().stream().map(open -> "review " + open).sorted().forEach(lines::add);
        notice.undelivered().stream()
                .map(mail -> "undelivered " + mail.address() + " " + mail.subject() + " " + mail.reason())
                .sorted()
                .forEach(lines::add);
        return Sha256.ofLines(lines);
    }

    private Message forOffice(
            Office office,
            YearMonth period,
            MessageKind kind,
            String template,
            boolean update,
            Selection fresh,
            List<Enclosure> files) {
        BodyLanguage language = office.language();
        boolean attached = canBeAttached(files);
        List<ReportView> reports =
                newestFirst(fresh).map(report -> view(report, language)).toList();
        boolean sections = reports.size() <= MOST_SECTIONS;
        FilesView fileViews = filesView(files, attached);
        List<String> what = what(fresh, language);
        View view = new View(
                MailText.line(office.name()),
                month(period, language),
                recipients.contact().address(),
                update,
                String.join(
                        language == BodyLanguage.CHINESE ? "、" : ", ",
                        what.subList(0, Math.min(what.size(), MOST_NAMED))),
                what.size(),
                Math.max(0, what.size() - MOST_NAMED),
                reports,
                sections ? reports : List.of(),
                sections ? List.of() : reports,
                !sections,
                fresh.summaries().stream()
                        .map(summary -> new SummaryView(summary.year(), summary.provinces()))
                        .toList(),
                reports.size(),
                fresh.summaries().size(),
                files.size(),
                reports.stream()
                        .anyMatch(report -> sections
                                ? report.headlines().stream()
                                        .anyMatch(figure -> !figure.flags().isEmpty())
                                : report.cells().stream()
                                        .anyMatch(cell -> !cell.flags().isEmpty())),
                fileViews.files(),
                fileViews.attached(),
                fileViews.linked(),
                fileViews.named());
        MailTemplates.Texts texts = templates.fill(template, language, view);
        return new Message(
                office.id(),
                period,
                kind,
                Message.contentHash(office, files),
                recipients.from(),
                recipients.replyTo(),
                office.to(),
                office.cc(),
                recipients.contact(),
                language,
                texts.subject(),
                texts.text(),
                texts.html(),
                attached,
                files);
    }

    /** The files with the names that they have in the mail: for Chinese offices in Chinese. */
    private static List<Enclosure> enclosures(Office office, Selection fresh) {
        boolean chinese = office.language() == BodyLanguage.CHINESE;
        List<Enclosure> all = new ArrayList<>();
        for (ReportNotice report : fresh.reports()) {
            for (DeliveryFile file : report.files()) {
                all.add(new Enclosure(
                        file,
                        // A data package's description names its files as they are.
                        chinese && !file.isData()
                                ? report.region().nameZh() + "-" + report.year() + "." + file.format()
                                : file.fileName(),
                        report.region().code()));
            }
        }
        for (SummaryNotice summary : fresh.summaries()) {
            for (DeliveryFile file : summary.files()) {
                all.add(new Enclosure(
                        file, chinese ? "各省汇总-" + summary.year() + "." + file.format() : file.fileName(), ""));
            }
        }
        return all;
    }

    /** Of one year in the order of the regions. */
    private static Stream<ReportNotice> newestFirst(Selection fresh) {
        return fresh.reports().stream()
                .sorted(Comparator.comparing(ReportNotice::year).reversed());
    }

    /** What the message is about, in a few words each: for the subject. */
    private static List<String> what(Selection fresh, BodyLanguage language) {
        boolean chinese = language == BodyLanguage.CHINESE;
        List<String> what = new ArrayList<>();
        newestFirst(fresh)
                .forEach(report -> what.add(
                        chinese
                                ? report.region().nameZh() + " " + report.year() + " 年"
                                : report.region().shortName() + " " + report.year()));
        fresh.summaries()
                .forEach(summary ->
                        what.add(chinese ? "各省汇总 " + summary.year() + " 年" : "all provinces " + summary.year()));
        return what;
    }

    private ReportView view(ReportNotice report, BodyLanguage language) {
        Region region = report.region();
        boolean chinese = language == BodyLanguage.CHINESE;
        String name = chinese ? region.nameZh() : region.name();
        String title = chinese ? name + " " + report.year() + " 年" : name + ", " + report.year();
        ReportNotice.Content content = report.content().apply(language);
        CheckCounts checks = content.checks();
        List<RevisedView> revised = views(content.revised());
        // What was read otherwise for an earlier edition was told then.
        List<RevisedFigure> rereadFigures =
                content.reread().isReason() ? content.reread().figures() : List.of();
        List<RevisedView> reread = views(rereadFigures);
        List<CorrectedView> corrected = content.corrected().stream()
                .limit(MOST_REVISED)
                .map(figure -> new CorrectedView(
                        MailText.shortLine(figure.figure(), LONGEST_TEXT),
                        MailText.shortLine(figure.corrected(), LONGEST_TEXT),
                        MailText.shortLine(figure.read(), LONGEST_TEXT)))
                .toList();
        return new ReportView(
                name,
                chinese ? region.nameZh() : region.shortName(),
                report.year(),
                content.vintage(),
                content.provisional(),
                month(content.edition(), language),
                MailText.line(content.doubt()),
                figures(content.headlines(), language),
                COLUMNS.stream()
                        .map(indicator -> cell(content.headlines(), indicator))
                        .toList(),
                rowText(content.headlines(), language),
                checks.any(),
                checks.errors() > 0,
                checks.errors() == 0 && checks.warnings() > 0,
                checks.any() && checks.errors() == 0 && checks.warnings() == 0,
                checks.errors(),
                checks.warnings(),
                checks.holding(),
                content.worst() == null
                        ? ""
                        : MailText.shortLine(content.worst().message(), LONGEST_REMARK),
                content.worst() == null ? "" : link(content.worst().address()),
                page(content.headlines()),
                revised,
                content.revised().size(),
                content.revised().size() - revised.size(),
                content.reread().isReason(),
                reread,
                rereadFigures.size(),
                rereadFigures.size() - reread.size(),
                corrected,
                content.corrected().size(),
                content.corrected().size() - corrected.size(),
                title,
                "-".repeat(MailText.width(title)));
    }

    private List<FigureView> figures(List<HeadlineFigure> all, BodyLanguage language) {
        List<HeadlineFigure> headlines =
                all.stream().filter(figure -> !figure.value().isBlank()).toList();
        int widest = headlines.stream()
                .mapToInt(figure -> MailText.width(MailText.line(figure.label())))
                .max()
                .orElse(0);
        int label = Math.min(widest, LONGEST_LABEL);
        int value = headlines.stream()
                .mapToInt(figure -> MailText.width(MailText.line(figure.value())))
                .max()
                .orElse(0);
        List<FigureView> views = new ArrayList<>();
        for (HeadlineFigure figure : headlines) {
            String labelText = MailText.line(figure.label());
            String valueText = MailText.line(figure.value());
            String flags = MailText.line(figure.flags());
            String line = MailText.padded(labelText, label) + "  "
                    + (flags.isEmpty() ? valueText : MailText.padded(valueText, value) + "  " + flags);
            views.add(new FigureView(
                    labelText,
                    valueText,
                    flags,
                    line,
                    MailText.line(figure.change()),
                    MailText.line(figure.before()),
                    MailText.shortLine(
                            String.join(language == BodyLanguage.CHINESE ? "。" : ". ", figure.remarks()),
                            LONGEST_REMARK),
                    link(figure.address())));
        }
        return views;
    }

    /** The link to the page that shows the figures in their sentences. */
    private String page(List<HeadlineFigure> headlines) {
        return headlines.stream()
                .map(HeadlineFigure::address)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .map(address -> link(address.substring(0, address.indexOf('#'))))
                .orElse("");
    }

    private CellView cell(List<HeadlineFigure> headlines, String indicator) {
        return headlines.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .map(figure -> new CellView(
                        MailText.line(figure.value()),
                        MailText.line(figure.flags()),
                        MailText.shortLine(figure.remarks().stream().findFirst().orElse(""), LONGEST_LABEL),
                        link(figure.address())))
                .orElse(new CellView("", "–", "", ""));
    }

    /** The figures of a row of the table, in a line. */
    private static String rowText(List<HeadlineFigure> headlines, BodyLanguage language) {
        boolean chinese = language == BodyLanguage.CHINESE;
        return COLUMNS.stream()
                .flatMap(indicator -> headlines.stream()
                        .filter(figure -> figure.indicator().equals(indicator)
                                && !figure.value().isBlank()))
                .map(figure -> MailText.line(figure.label()) + " " + MailText.line(figure.value())
                        + (figure.flags().isEmpty() ? "" : " " + MailText.line(figure.flags())))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static List<RevisedView> views(List<RevisedFigure> figures) {
        return figures.stream().limit(MOST_REVISED).map(Composer::view).toList();
    }

    private static RevisedView view(RevisedFigure figure) {
        return new RevisedView(
                MailText.shortLine(figure.item(), LONGEST_TEXT),
                MailText.shortLine(figure.before(), LONGEST_TEXT),
                MailText.shortLine(figure.after(), LONGEST_TEXT),
                figure.before().isBlank(),
                figure.after().isBlank(),
                !figure.before().isBlank() && !figure.after().isBlank());
    }

    /** Whether files are attached by the settings. */
    public boolean canBeAttached(List<Enclosure> files) {
        return files.stream().mapToLong(file -> file.file().size()).sum() <= recipients.maxAttachments();
    }

    /**
     * A message that was put together before, with its files as attachments or as links. Its bodies stay, but for the list
     * of the files.
     *
     * @return the message itself where it is so already; empty if its bodies have no such list, because another version of
     *     the program wrote them
     */
    public Optional<Message> with(Message message, boolean attached) {
        if (message.attached() == attached || message.files().isEmpty()) {
            return Optional.of(message);
        }
        MailTemplates.Part before = filesPart(message, !attached);
        MailTemplates.Part after = filesPart(message, attached);
        if (!message.text().contains(before.text()) || !message.html().contains(before.html())) {
            return Optional.empty();
        }
        return Optional.of(message.with(
                message.text().replace(before.text(), after.text()),
                message.html().replace(before.html(), after.html()),
                attached));
    }

    private MailTemplates.Part filesPart(Message message, boolean attached) {
        return templates.fillPart("files", message.language(), filesView(message.files(), attached));
    }

    private FilesView filesView(List<Enclosure> files, boolean attached) {
        return new FilesView(
                fileViews(files, attached),
                attached && !files.isEmpty(),
                !attached && recipients.links() != null,
                !attached && recipients.links() == null);
    }

    private List<FileView> fileViews(List<Enclosure> files, boolean attached) {
        int widest = files.stream()
                .mapToInt(file -> MailText.width(file.name()))
                .max()
                .orElse(0);
        return files.stream()
                .map(enclosure -> {
                    DeliveryFile file = enclosure.file();
                    // Attachments are known by the name they have in the mail, all others by the one they have there.
                    String name = attached ? enclosure.name() : file.fileName();
                    String size = size(file.size());
                    return new FileView(
                            name,
                            size,
                            file.folder(),
                            file.sha256(),
                            link(file.path()),
                            MailText.padded(name, Math.min(widest, LONGEST_LABEL)) + "  " + size);
                })
                .toList();
    }

    /** @param address a path, perhaps with a fragment; empty for none */
    private String link(String address) {
        URI base = recipients.links();
        if (base == null || address.isEmpty()) {
            return "";
        }
        int hash = address.indexOf('#');
        String path = hash < 0 ? address : address.substring(0, hash);
        return base
                + Stream.of(path.split("/")).map(Composer::encoded).collect(Collectors.joining("/"))
                + (hash < 0 ? "" : "#" + encoded(address.substring(hash + 1)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<UndeliveredView> undelivered(List<Undelivered> mail) {
        Function<String, String> clean = text -> MailText.shortLine(text, LONGEST_LINE);
        return mail.stream()
                .map(one -> new UndeliveredView(
                        clean.apply(one.office()),
                        clean.apply(one.address()),
                        clean.apply(one.subject()),
                        clean.apply(one.reason())))
                .toList();
    }

    private static String month(YearMonth month, BodyLanguage language) {
        String pattern = language == BodyLanguage.CHINESE ? "uuuu 年 M 月" : "MMMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(month);
    }

    /** "812 bytes", "85 KB", "1.2 MB"; thousands, as operating systems and shops count them. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        if (bytes < 999_500) {
            return Math.round(bytes / 1e3) + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
