package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of one run, for machines as JSON and for people as a table. */
final class Report {

    private static final String UPLIFT = "uplift";
    private static final String ROW = "%-16s %9s %12s %16s %16s%n";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Settings settings;
    private final Machine machine = Machine.here();
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final List<UpliftRun.Result> sizes = new ArrayList<>();

    Report(Settings settings) {
        this.settings = settings;
    }

    /** How Uplift did with one size of audience; the first one is compared with the others. */
    void add(UpliftRun.Result result) {
        sizes.add(result);
        phases.put(sizes.size() == 1 ? UPLIFT : UPLIFT + " " + result.messages(), result.whole());
        entries.putIfAbsent(UPLIFT, result);
    }

    void add(Contestant contestant, Phase phase) {
        phases.put(contestant.key(), phase);
        entries.put(contestant.key(), new Entry(contestant.how(), phase));
    }

    void write(Path file) throws IOException {
        var report = new LinkedHashMap<String, Object>();
        report.put("machine", machine);
        report.put("connections", settings.connections());
        report.put("cpuMissing", ProcessorTime.known() ? null : ProcessorTime.WHY_NULL);
        report.putAll(entries);
        report.put("sizes", sizes);
        report.put("ratios", ratios());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    }

    void print() {
        System.out.printf(ROW, "", "messages", "messages/s", "CPU us/message", "sink CPU us");
        phases.forEach((name, phase) -> System.out.printf(
                ROW,
                name,
                phase.messages(),
                Math.round(phase.perSecond()),
                phase.cpuMicrosPerMessage(),
                phase.sinkCpuMicrosPerMessage()));
    }

    /** Uplift as a multiple of each of the others: more is better for {@code perSecond}, less for the CPU. */
    private Map<String, Ratio> ratios() {
        var ratios = new LinkedHashMap<String, Ratio>();
        if (!sizes.isEmpty()) {
            var uplift = sizes.get(0);
            phases.entrySet().stream()
                    .filter(other -> !other.getKey().startsWith(UPLIFT))
                    .forEach(other -> ratios.put(other.getKey(), Ratio.of(uplift, other.getValue())));
        }
        return ratios;
    }

    record Entry(
            String how,
            int messages,
            double perSecond,
            @Nullable Double cpuMicrosPerMessage,
            @Nullable Double sinkCpuMicrosPerMessage) {

        Entry(String how, Phase phase) {
            this(
                    how,
                    phase.messages(),
                    phase.perSecond(),
                    phase.cpuMicrosPerMessage(),
                    phase.sinkCpuMicrosPerMessage());
        }
    }

    record Ratio(
            double perSecond,
            double sendingPerSecond,
            @Nullable Double cpuMicrosPerMessage) {

        static Ratio of(UpliftRun.Result uplift, Phase other) {
            var cpu = uplift.cpuMicrosPerMessage();
            var otherCpu = other.cpuMicrosPerMessage();
            return new Ratio(
                    Phase.round(uplift.perSecond() / other.perSecond()),
                    Phase.round(uplift.sending().perSecond() / other.perSecond()),
                    cpu == null || otherCpu == null ? null : Phase.round(cpu / otherCpu));
        }
    }
}
