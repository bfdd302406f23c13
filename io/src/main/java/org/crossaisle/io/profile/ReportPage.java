package org.crossaisle.io.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.crossaisle.ShownText;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableReport;

/**
 * Writes the report page. It holds both languages and shows the one that was chosen on it; it needs no script and no
 * other file. All text that comes from the shop is escaped.
 */
final class ReportPage {
    private static final String TEMPLATE = "report.html";

    private final ShopReport report;
    private final StringBuilder html = new StringBuilder();

    ReportPage(ShopReport report) {
        this.report = report;
    }

    String html() {
        for (ReportLanguage language : ReportLanguage.values()) {
            html.append("<main lang=\"").append(language.tag()).append("\">\n");
            write(language);
            html.append("</main>\n");
        }
        return template().replace("{{title}}", escaped(report.name())).replace("{{content}}", html);
    }

    private static String template() {
        try (InputStream in = ReportPage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ReportLanguage language) {
        List<String> headline = report.headline(language);
        html.append("<h1>").append(escaped(headline.get(0))).append("</h1>\n");
        html.append("<p class=\"size\">").append(escaped(headline.get(1))).append("</p>\n");
        if (!report.verdict().remarks().isEmpty()) {
            html.append("<ul class=\"remarks\">\n");
            for (Remark remark : report.verdict().remarks()) {
                html.append("<li class=\"")
                        .append(remark.kind().severity().name().toLowerCase(Locale.ROOT))
                        .append("\">")
                        .append(escaped(remark.text(language)))
                        .append("</li>\n");
            }
            html.append("</ul>\n");
        }
        html.append("<h2>").append(language.of("The files", "数据文件")).append("</h2>\n");
        report.imported().tables().forEach(table -> write(table, language));
        html.append("<h2>")
                .append(language.of("The shop in figures", "商店概况"))
                .append("</h2>\n<div class=\"charts\">\n");
        ShopProfile profile = report.profile();
        chart(language.of("Users by number of interactions", "按交互次数统计的用户数"), profile.eventsPerUser());
        chart(language.of("Items by number of interactions", "按交互次数统计的商品数"), profile.eventsPerItem());
        chart(language.of("Interactions over time (UTC)", "交互随时间的分布（UTC）"), profile.overTime());
        chart(language.of("Interactions by action", "按行为类型统计的交互"), profile.actions());
        for (int level = 0; level < profile.categories().size(); level++) {
            chart(
                    language.of("Items by category, level " + level, "第 " + level + " 级品类的商品数"),
                    profile.categories().get(level));
        }
        chart(language.of("Items by price", "按价格统计的商品数"), profile.prices());
        html.append("</div>\n");
    }

    private void write(TableReport table, ReportLanguage language) {
        html.append("<section><h3>")
                .append(escaped(table.table() + ": " + table.file()))
                .append("</h3>\n<p>")
                .append(escaped(String.format(
                        Locale.ROOT,
                        language.of("%s, %,d rows: %,d kept, %,d dropped", "%s，共 %,d 行：保留 %,d 行，丢弃 %,d 行"),
                        table.format(),
                        table.rows(),
                        table.kept(),
                        table.dropped())))
                .append("</p>\n");
        if (!table.findings().isEmpty()) {
            html.append("<table><tr><th>")
                    .append(language.of("Found", "发现的问题"))
                    .append("</th><th>")
                    .append(language.of("Rows", "行数"))
                    .append("</th><th>")
                    .append(language.of("Then", "处理"))
                    .append("</th></tr>\n");
            table.findings().forEach(finding -> write(finding, language));
            html.append("</table>\n");
        }
        if (!table.notes().isEmpty()) {
            html.append("<ul>\n");
            table.notes()
                    .forEach(note -> html.append("<li>").append(escaped(note)).append("</li>\n"));
            html.append("</ul>\n");
        }
        html.append("</section>\n");
    }

    private void write(Finding finding, ReportLanguage language) {
        html.append("<tr><td>").append(escaped(finding.reason().text()));
        if (!finding.examples().isEmpty()) {
            html.append("<details><summary>")
                    .append(language.of("examples", "示例"))
                    .append("</summary>");
            finding.examples()
                    .forEach(example ->
                            html.append("<code>").append(escaped(example)).append("</code><br>"));
            html.append("</details>");
        }
        html.append("</td><td class=\"number\">")
                .append(String.format(Locale.ROOT, "%,d", finding.count()))
                .append("</td><td>")
                .append(finding.reason().drops() ? language.of("row dropped", "丢弃该行") : language.of("row kept", "保留该行"))
                .append("</td></tr>\n");
    }

    private void chart(String title, Histogram histogram) {
        if (histogram.bins().isEmpty()) {
            return;
        }
        html.append("<figure><figcaption>").append(escaped(title)).append("</figcaption>\n<table class=\"chart\">\n");
        long highest = Math.max(1, histogram.highest());
        for (Histogram.Bin bin : histogram.bins()) {
            html.append("<tr><th>")
                    .append(escaped(bin.label()))
                    .append("</th><td><span class=\"bar\" style=\"width:")
                    .append(String.format(Locale.ROOT, "%.1f", 100.0 * bin.count() / highest))
                    .append("%\"></span></td><td class=\"number\">")
                    .append(String.format(Locale.ROOT, "%,d", bin.count()))
                    .append("</td></tr>\n");
        }
        html.append("</table></figure>\n");
    }

    /** Text for use between tags and in attributes. */
    private static String escaped(String text) {
        return ShownText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
