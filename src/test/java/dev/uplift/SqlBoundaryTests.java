package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One PostgreSQL schema per module: a module writes its own and reads of others what they publish. */
class SqlBoundaryTests {

    private static final Path JAVA = Path.of("src/main/java/dev/uplift");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MIGRATIONS = RESOURCES.resolve("db/migration");

    private static final Set<String> SCHEMAS = Set.of(
            "identity",
            "audience",
            "consent",
            "survey",
            "campaign",
            "delivery",
            "impact",
            "followup",
            "outbox",
            "alert",
            "demo");

    private static final String NAME = "\\s+(?:only\\s+)?(" + String.join("|", SCHEMAS) + ")\\.(\\w+)";

    private static final Pattern PUBLISHED = Pattern.compile(
            "-- Published[^\\n]*\\n(?:--[^\\n]*\\n)*create (?:or replace )?(?:view|function) (\\w+\\.\\w+)");
    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:insert into|merge into|update|delete from|truncate(?: table)?|copy)" + NAME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join)" + NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    @Test
    void modulesWriteOnlyTheirOwnTables() {
        var trespasses = statements()
                .flatMap(statement -> statement
                        .names(WRITE)
                        .filter(name -> !statement.owns(name))
                        .map(name -> statement.file() + " writes " + name));

        assertThat(trespasses).isEmpty();
    }

    @Test
    void modulesReadOfOthersOnlyWhatTheyPublish() {
        var published = published();

        var trespasses = statements()
                .flatMap(statement -> statement
                        .names(READ)
                        .filter(name -> !statement.owns(name) && !published.contains(name))
                        .map(name -> statement.file() + " reads " + name));

        assertThat(trespasses).isEmpty();
    }

    @Test
    void seesTheStatementsItGuards() {
        assertThat(published()).contains("audience.member", "consent.reachable", "campaign.lot");
        assertThat(statements().flatMap(statement -> statement.names(WRITE))).contains("identity.audit");
        assertThat(statements().flatMap(statement -> statement.names(READ))).contains("audience.member");
    }

    private static Set<String> published() {
        return files(MIGRATIONS, ".sql")
                .flatMap(file -> PUBLISHED.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Statement> statements() {
        var inJava = files(JAVA, ".java")
                .flatMap(file -> LITERAL.matcher(text(file))
                        .results()
                        .map(literal -> new Statement(file, module(JAVA.relativize(file)), content(literal))));
        var inResources = files(RESOURCES, ".sql")
                .map(file -> new Statement(
                        file,
                        module(file.subpath(file.getNameCount() - 2, file.getNameCount())),
                        text(file).replaceAll("--[^\\n]*", "")));
        return Stream.concat(inJava, inResources);
    }

    private static String module(Path path) {
        return path.getName(0).toString();
    }

    private static String content(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A piece of SQL and the module it belongs to. */
    private record Statement(Path file, String module, String text) {

        Stream<String> names(Pattern pattern) {
            return pattern.matcher(text).results().map(found -> found.group(1) + "." + found.group(2));
        }

        boolean owns(String name) {
            return name.startsWith(module + ".");
        }
    }
}
