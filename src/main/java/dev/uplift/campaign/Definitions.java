package dev.uplift.campaign;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.survey.Definition;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the texts of versions into campaigns; each version is read once. */
class Definitions {

    private final Versions versions;
    private final CampaignReader reader;
    private final References references;
    private final ZoneId company;
    private final Map<Name, Campaign> known = new ConcurrentHashMap<>();

    /** What a version is known by; it never changes. */
    private record Name(String key, int version) {}

    Definitions(Versions versions, CampaignReader reader, References references, ZoneId company) {
        this.versions = versions;
        this.reader = reader;
        this.references = references;
        this.company = company;
    }

    /** What is wrong with a text, in its order; also what it names but does not exist. */
    List<Problem> check(String key, String text) {
        var problems = new ArrayList<Problem>();
        if (Values.key(key) == null) {
            problems.add(Problem.error(
                    "campaigns/" + key,
                    "The key cannot be a file name.",
                    "Use lower-case letters, digits and hyphens."));
        }
        references.check(reader.read(key, 1, text, problems));
        problems.sort(Definition.BY_PLACE);
        return List.copyOf(problems);
    }

    Optional<Campaign> current(String key) {
        return versions.current(key).map(version -> of(key, version));
    }

    /** A stored version; it stays what it was, even if a template it names is gone. */
    Campaign of(String key, int version) {
        return known.computeIfAbsent(new Name(key, version), this::read);
    }

    Timetable timetable(Campaign campaign) {
        return new Timetable(campaign.schedule(), company);
    }

    private Campaign read(Name name) {
        var text = versions.source(name.key(), name.version())
                .orElseThrow(() -> new IllegalStateException("There is no " + name));
        var problems = new ArrayList<Problem>();
        var campaign = reader.read(name.key(), name.version(), text, problems).campaign();
        if (campaign == null) {
            throw new InvalidInput(problems);
        }
        return campaign;
    }
}
