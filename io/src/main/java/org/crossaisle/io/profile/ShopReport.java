package org.crossaisle.io.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.ShopDirectory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of an import for people: first whether the shop is fit for use and what hurts most, then table by table,
 * then the shop in figures. As text, as JSON, and as a page without any reference to another file. It names no user.
 */
public final class ShopReport {
    /** The page in the data of a shop. */
    private static final String PAGE = "report.html";

    private static final String JSON = "report.json";

    /** How many remarks stand on top, so that they and the two lines before them are the first five. */
    private static final int REMARKS_ON_TOP = 3;

    private final String name;
    private final ImportReport report;
    private final ShopProfile profile;
    private final ShopVerdict verdict;

    private ShopReport(String name, ImportReport report, ShopProfile profile, ShopVerdict verdict) {
        this.name = name;
        this.report = report;
        this.profile = profile;
        this.verdict = verdict;
    }

    /**
     * The report of an import that made this data set.
     *
     * @param name of the shop
     */
    public static ShopReport of(String name, ImportReport report, Dataset data) {
        return new ShopReport(name, report, ShopProfile.of(data), ShopVerdict.of(report, data));
    }

    ShopProfile profile() {
        return profile;
    }

    ShopVerdict verdict() {
        return verdict;
    }

    /** What was read, kept, dropped and made. */
    public ImportReport imported() {
        return report;
    }

    String name() {
        return name;
    }

    /** The report as text; its first lines are the {@link #headline}. */
    public String toText(ReportLanguage language) {
        StringBuilder text = new StringBuilder();
        headline(language).forEach(line -> text.append(line).append(System.lineSeparator()));
        text.append(System.lineSeparator()).append(report.toText());
        verdict.remarks().stream()
                .skip(REMARKS_ON_TOP)
                .forEach(remark -> text.append(remark.text(language)).append(System.lineSeparator()));
        return text.toString();
    }

    /** Whether the shop is fit for use, its size, and what hurts most: at most five lines. */
    List<String> headline(ReportLanguage language) {
        String size = String.format(
                Locale.ROOT,
                language.of("%,d users, %,d items, %,d events, %,d interactions", "%,d 位用户，%,d 件商品，%,d 条行为，%,d 次交互"),
                report.users(),
                report.items(),
                report.events(),
                report.interactions());
        return Stream.concat(
                        Stream.of(
                                ShownText.line(name)
                                        + language.of(": ", "：")
                                        + verdict.fitness().text(language),
                                size),
                        verdict.remarks().stream().limit(REMARKS_ON_TOP).map(remark -> "- " + remark.text(language)))
                .toList();
    }

    /** The report as a JSON object: fitness, remarks, tables and histograms. */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("shop", name);
        json.put("fitness", verdict.fitness().name().toLowerCase(Locale.ROOT));
        json.put(
                "remarks",
                verdict.remarks().stream()
                        .map(remark -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("kind", remark.kind().name().toLowerCase(Locale.ROOT));
                            one.put("severity", remark.kind().severity().name().toLowerCase(Locale.ROOT));
                            one.put("share", remark.share());
                            one.put("count", remark.count());
                            one.put("text", remark.text(ReportLanguage.ENGLISH));
                            return one;
                        })
                        .toList());
        json.put("report", report);
        json.put("profile", profile);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }

    /**
     * Where the page of an imported shop is.
     *
     * @throws RecsException SHOP_UNREADABLE when there is no shop
     */
    public static Path page(Path shopDirectory) {
        try {
            return ShopDirectory.manifest(shopDirectory)
                    .map(manifest -> shopDirectory.resolve(manifest.data()).resolve(PAGE))
                    .orElseThrow(() -> new RecsException(
                            RecsException.Code.SHOP_UNREADABLE, shopDirectory + " is not the directory of a shop"));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.SHOP_UNREADABLE, shopDirectory + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes {@value #PAGE} and {@value #JSON} into the data of a shop, for their owner only. */
    public void write(Path data) throws IOException {
        OwnerOnly.write(data.resolve(PAGE), toHtml().getBytes(StandardCharsets.UTF_8));
        OwnerOnly.write(data.resolve(JSON), toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The report as a self-contained page in English and Chinese. */
    public String toHtml() {
        return new ReportPage(this).html();
    }
}
