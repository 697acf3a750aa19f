package dev.uplift.message;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** A mail as text: headings underlined, lists with dashes, links with their address, figures one per line. */
final class PlainText implements NodeFilter {

    private final Lines lines = new Lines();

    private PlainText() {}

    /** The text of a whole mail. */
    static String of(String html) {
        return Wording.fill(shape(html), List.of());
    }

    /** The text of a part of a mail without its heading. */
    static String withoutHeading(String html) {
        var body = Jsoup.parse(html).body();
        body.select("h1").remove();
        return Wording.fill(read(body), List.of());
    }

    /** The text of a shape of mails, with the same gaps. */
    static String shape(String html) {
        return read(Jsoup.parse(html).body());
    }

    private static String read(Element body) {
        var text = new PlainText();
        body.filter(text);
        return text.lines.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            lines.words(text.getWholeText());
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        if (silent(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.hasClass(Scale.MARK)) {
            scale(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (element.normalName()) {
            case "br" -> lines.newLine(1);
            case "hr" -> lines.rule();
            case "img" -> lines.words(element.attr("alt"));
            case "h1", "h2" -> lines.heading();
            case "p", "ul", "ol", "h3", "blockquote" -> lines.newLine(2);
            case "table" -> lines.newLine(inTable(element) ? 2 : 1);
            case "li" -> item(element);
            case "div", "tr" -> lines.newLine(1);
            case "td", "th" -> cell(element);
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element) {
        switch (element.normalName()) {
            case "h1" -> lines.underline('=');
            case "h2" -> lines.underline('-');
            case "p", "ul", "ol", "h3", "blockquote" -> lines.newLine(2);
            case "table" -> lines.newLine(inTable(element) ? 2 : 1);
            case "li", "div", "tr" -> lines.newLine(1);
            case "a" -> link(element);
            default -> {}
        }
    }

    private void link(Element link) {
        var target = link.attr("href");
        var text = link.text();
        if (!target.isEmpty() && !target.equals(text) && !target.equals("mailto:" + text)) {
            lines.words(": " + target);
        }
    }

    private void item(Element item) {
        var parent = item.parent();
        lines.newLine(1);
        lines.words(parent != null && parent.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ");
    }

    private void cell(Element cell) {
        var before = cell.previousElementSibling();
        if (!inTable(cell)) {
            lines.newLine(1);
        } else if (before != null) {
            lines.words(before.normalName().equals("th") ? ": " : "  ");
        }
    }

    private void scale(Element scale) {
        var links = scale.select("a");
        lines.newLine(2);
        lines.words(links.stream().map(Element::text).collect(Collectors.joining("  ")));
        links.remove();
        lines.newLine(1);
        lines.words(scale.select("span").eachText().stream().collect(Collectors.joining(", ")));
        lines.newLine(1);
        lines.words(links.attr("href").replaceFirst("\\?score=\\d+$", ""));
        lines.newLine(2);
    }

    private static boolean inTable(Element element) {
        var table = element;
        while (table != null && !table.normalName().equals("table")) {
            table = table.parent();
        }
        return table != null && !table.attr("role").equals("presentation");
    }

    private static boolean silent(Element element) {
        return element.normalName().equals("style")
                || element.attr("aria-hidden").equals("true")
                || element.attr("style").contains("display:none");
    }
}
