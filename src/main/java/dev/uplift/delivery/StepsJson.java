package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.FollowUp;
import dev.uplift.campaign.Step;
import dev.uplift.channel.Channel;
import dev.uplift.message.Templates;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Metric.Part;
import dev.uplift.platform.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A campaign's steps in the form the planning statement reads. */
@Component
class StepsJson {

    private final JsonMapper json = new JsonMapper();
    private final Templates templates;
    private final List<Channel> channels;

    StepsJson(Templates templates, List<Channel> channels) {
        this.templates = templates;
        this.channels = channels;
    }

    String of(Campaign campaign) {
        var offset = Duration.ZERO;
        var steps = new ArrayList<Map<String, Object>>();
        for (var step : campaign.steps()) {
            offset = offset.plus(step.after());
            steps.add(fields(campaign, step, offset));
        }
        return json.writeValueAsString(steps);
    }

    /** What is sent after answers, once for each scale the campaign may ask on; see follow.sql. */
    String afterAnswers(Campaign campaign) {
        var follows = new ArrayList<Map<String, Object>>();
        campaign.followUps().forEach((part, followUp) -> {
            if (followUp instanceof FollowUp.Send send) {
                Stream.of(Metric.values()).forEach(metric -> follows.add(fields(send, part, metric)));
            }
        });
        return json.writeValueAsString(follows);
    }

    /** The channels that work and for which a template has a text. */
    List<String> written(String template) {
        return templates.channels(template).stream()
                .filter(this::ready)
                .map(Medium::key)
                .toList();
    }

    private Map<String, Object> fields(Campaign campaign, Step step, Duration offset) {
        var message = step.kind() == Step.Kind.MESSAGE;
        var fields = new LinkedHashMap<String, Object>();
        fields.put("no", step.number());
        fields.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
        fields.put("template", step.template());
        fields.put("purpose", (message ? campaign.purpose() : Purpose.SURVEY).key());
        fields.put("after", step.after().toSeconds());
        fields.put("offset", offset.toSeconds());
        fields.put("of", step.of());
        fields.put("channels", written(step.template()));
        fields.put("variants", variants(step.variants()));
        return fields;
    }

    private Map<String, Object> fields(FollowUp.Send send, Part part, Metric metric) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("no", send.step().number());
        fields.put("template", send.step().template());
        fields.put("purpose", send.purpose().key());
        fields.put("after", send.step().after().toSeconds());
        fields.put("metric", metric.key());
        fields.put("low", metric.from(part));
        fields.put("high", metric.to(part));
        fields.put("channels", written(send.step().template()));
        return fields;
    }

    private boolean ready(Medium medium) {
        return channels.stream().anyMatch(channel -> channel.medium() == medium && channel.ready());
    }

    /** Each variant with the upper end of its part of the lot, which runs from 0 to 9999. */
    private static List<Map<String, Object>> variants(Map<String, Double> shares) {
        var variants = new ArrayList<Map<String, Object>>();
        var sum = 0.0;
        for (var share : shares.entrySet()) {
            sum += share.getValue();
            variants.add(Map.of("name", share.getKey(), "upto", (int) Math.round(sum * 10_000)));
        }
        return variants;
    }
}
