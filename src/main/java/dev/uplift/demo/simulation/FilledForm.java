package dev.uplift.demo.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** A survey form filled in the way a browser would send it: hidden fields, the chosen score, reasons, comment, button. */
final class FilledForm {

    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private FilledForm() {}

    static List<Map.Entry<String, String>> of(Element form, Choices choices) {
        var filled = new FilledForm();
        filled.keepGivenFields(form);
        filled.chooseScore(form, choices);
        filled.chooseOptions(form, choices);
        filled.tick(form, choices);
        filled.write(form, choices);
        filled.press(form, choices);
        return filled.fields;
    }

    /** The fields of a form that asks nothing. */
    static List<Map.Entry<String, String>> untouched(Element form) {
        var filled = new FilledForm();
        filled.keepGivenFields(form);
        filled.add(form.select("button[name]").first());
        return filled.fields;
    }

    private void keepGivenFields(Element form) {
        form.select("input[name]").stream()
                .filter(input -> List.of("hidden", "text", "email", "tel", "").contains(input.attr("type")))
                .forEach(this::add);
        form.select("select[name] option[selected]").forEach(option -> {
            var select = option.closest("select");
            if (select != null) {
                fields.add(Map.entry(select.attr("name"), option.val()));
            }
        });
    }

    private void chooseScore(Element form, Choices choices) {
        form.select("input[type=radio][name=score][value=" + choices.score() + "]").stream()
                .findFirst()
                .ifPresent(this::add);
    }

    private void chooseOptions(Element form, Choices choices) {
        var options = form.select("input[type=radio][name]:not([name=score])");
        options.eachAttr("name").stream().distinct().forEach(name -> {
            var offered = options.select("[name=" + name + "]");
            add(offered.get(choices.taste() % offered.size()));
        });
    }

    private void tick(Element form, Choices choices) {
        var boxes = form.select("input[type=checkbox][name]");
        var reasons = new Elements(boxes.stream()
                .filter(box -> boxes.select("[name=" + box.attr("name") + "]").size() > 1)
                .toList());
        choices.ticked(reasons.size()).forEach(i -> add(reasons.get(i)));
        if (choices.callBack()) {
            boxes.stream().filter(box -> !reasons.contains(box)).findFirst().ifPresent(this::add);
        }
    }

    private void write(Element form, Choices choices) {
        var comment = choices.comment();
        for (var area : form.select("textarea[name]")) {
            fields.add(Map.entry(area.attr("name"), comment == null ? "" : comment));
        }
    }

    private void press(Element form, Choices choices) {
        var scores = form.select("button[name=score][value=" + choices.score() + "]");
        if (!scores.isEmpty()) {
            add(scores.first());
        } else if (form.select("button[name=score]").isEmpty()) {
            add(form.select("button[name]:not([type=button])").first());
        }
    }

    private void add(@org.jspecify.annotations.Nullable Element input) {
        if (input != null) {
            fields.add(Map.entry(
                    input.attr("name"),
                    input.hasAttr("value") || !input.attr("type").equals("checkbox") ? input.attr("value") : "on"));
        }
    }
}
