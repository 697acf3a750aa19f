package dev.uplift.campaign;

import dev.uplift.platform.Metric.Part;
import dev.uplift.platform.Purpose;
import dev.uplift.survey.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what follows an answer, by the part of the scale it belongs to; each message becomes a step after all others. */
final class FollowUpReader {

    /** The names of NPS stand for the same parts of the other scales. */
    static final Map<Part, String> KEYS =
            new EnumMap<>(Map.of(Part.LOWER, "detractor", Part.MIDDLE, "passive", Part.UPPER, "promoter"));

    private static final String KEY = "follow-up";
    private static final String ONE =
            "Write { case: service-desk, within: 48h } or { send: saving-tips, after: 2d }, one of both.";
    private static final String TEMPLATE = "Write a file name in lower case, e.g. saving-tips.";
    private static final String DESK = "Write the file name of a desk in lower case, e.g. service-desk.";
    private static final String WAIT = "Write a time of at most a year, e.g. 36h, 2d or 2w.";
    private static final String WITHIN = "Write an opening time such as 8h or 48h.";
    private static final String PURPOSE = "Write service or marketing; it decides which consent is needed.";

    private final @Nullable Purpose usual;
    private final List<Draft.PlacedFollowUp> read = new ArrayList<>();

    private int number;

    private FollowUpReader(int steps, @Nullable Purpose usual) {
        this.number = steps;
        this.usual = usual;
    }

    static List<Draft.PlacedFollowUp> read(Definition campaign, List<Draft.Placed> steps) {
        var purpose = campaign.node("purpose");
        var usual = Optional.ofNullable(purpose == null ? null : purpose.text())
                .flatMap(Purpose::of)
                .filter(known -> known != Purpose.SURVEY);
        var reader = new FollowUpReader(steps.size(), usual.orElse(null));
        campaign.mapping(KEY, "Write it like { detractor: { case: service-desk, within: 48h } }.")
                .ifPresent(followUp -> reader.all(campaign, followUp, steps));
        return reader.read;
    }

    private void all(Definition campaign, Definition followUp, List<Draft.Placed> asked) {
        if (asked.stream().noneMatch(placed -> placed.step().kind() == Step.Kind.SURVEY)) {
            campaign.problemAt(KEY, "Nobody is asked, so there is no answer to follow up.", "Add '- survey: key'.");
        }
        KEYS.forEach((part, key) -> followUp.mapping(key, ONE)
                .flatMap(this::one)
                .ifPresent(one -> read.add(
                        new Draft.PlacedFollowUp(followUp.mapping(key, ONE).orElseThrow(), part, one))));
    }

    private Optional<FollowUp> one(Definition at) {
        if (at.has("case") == at.has("send")) {
            at.problem("A follow-up either opens a case or sends.", ONE);
            return Optional.empty();
        }
        return at.has("case") ? open(at) : send(at);
    }

    private static Optional<FollowUp> open(Definition at) {
        refuse(at, "after", "A case is opened at once.", "Remove 'after'.");
        refuse(at, "purpose", "A case needs no purpose.", "Remove 'purpose'.");
        var within = at.value("within", Values::delay, WITHIN).orElse(null);
        return at.value("case", Values::key, DESK).map(desk -> new FollowUp.Open(desk, within));
    }

    private Optional<FollowUp> send(Definition at) {
        refuse(at, "within", "Only a case has a time within which somebody acts.", "Write 'after' for a message.");
        var after = at.value("after", Values::delay, WAIT).orElse(Duration.ZERO);
        number++;
        if (usual == null && !at.has("purpose")) {
            at.problem("This message needs a purpose of its own, since the campaign only asks.", PURPOSE);
        }
        var purpose =
                at.value("purpose", FollowUpReader::purpose, PURPOSE).orElse(usual == null ? Purpose.MARKETING : usual);
        var step = number;
        return at.value("send", Values::key, TEMPLATE)
                .map(template -> new Step(step, Step.Kind.FOLLOW_UP, template, after, Map.of(), step))
                .map(message -> new FollowUp.Send(message, purpose));
    }

    private static void refuse(Definition at, String key, String what, String remedy) {
        if (at.has(key)) {
            at.problemAt(key, what, remedy);
        }
    }

    private static @Nullable Purpose purpose(String text) {
        return Purpose.of(text).filter(known -> known != Purpose.SURVEY).orElse(null);
    }
}
