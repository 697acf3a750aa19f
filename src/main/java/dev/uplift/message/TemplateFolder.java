package dev.uplift.message;

import dev.uplift.platform.Problem;
import freemarker.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with one sub-folder per template and the layout of mails in {@code layout/email.ftlh}. */
final class TemplateFolder {

    static final String SAMPLE = "sample.json";

    private static final String LAYOUT = "layout";
    private static final String LAYOUT_FILE = "layout/email.ftlh";
    private static final List<String> LAYOUT_MUST_SHOW =
            List.of("content", "company.address", "company.contact", "links.unsubscribe");

    private final Path folder;
    private final Sandbox sandbox;

    TemplateFolder(Path folder, Sandbox sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
    }

    Catalogue read(Catalogue before) {
        var strays = new ArrayList<Problem>();
        var files = new TreeMap<String, List<Parsed>>();
        for (var template : list(folder).filter(Files::isDirectory).toList()) {
            var key = name(template);
            if (!key.equals(LAYOUT) && !key.startsWith(".")) {
                files.put(key, read(template, before, strays));
            }
        }
        return new Catalogue(files, layout(strays), List.copyOf(strays));
    }

    private List<Parsed> read(Path template, Catalogue before, List<Problem> strays) {
        var key = name(template);
        if (!Files.exists(template.resolve(SAMPLE))) {
            strays.add(Problem.warning(
                    key, "The template has no " + SAMPLE + ".", "Add the data for its preview as " + SAMPLE + "."));
        }
        var read = new ArrayList<Parsed>();
        for (var path : list(template).filter(Files::isRegularFile).toList()) {
            var name = name(path);
            var file = TemplateFile.of(key, name);
            if (file.isPresent()) {
                read.add(read(path, file.get(), before));
            } else if (!name.equals(SAMPLE) && !name.startsWith(".")) {
                strays.add(Problem.warning(key + "/" + name, "This file is not used.", TemplateFile.RULE));
            }
        }
        return List.copyOf(read);
    }

    private Parsed read(Path path, TemplateFile file, Catalogue before) {
        var broken = new ArrayList<Problem>();
        var source = source(path, file.where(), broken);
        if (source.isEmpty()) {
            return Parsed.broken(file, broken.get(0));
        }
        var hash = hash(source.get());
        return before.known(file, hash).orElseGet(() -> Parsed.of(file, hash, source.get(), sandbox));
    }

    private @Nullable Template layout(List<Problem> problems) {
        var path = folder.resolve(LAYOUT).resolve("email.ftlh");
        if (!Files.exists(path)) {
            problems.add(Problem.error(
                    LAYOUT_FILE, "The layout of mails is missing.", "Copy " + LAYOUT_FILE + " from the product."));
            return null;
        }
        return source(path, LAYOUT_FILE, problems)
                .filter(source -> complete(source, problems))
                .map(source -> sandbox.html(LAYOUT_FILE, source, problems::add))
                .orElse(null);
    }

    private static boolean complete(String layout, List<Problem> problems) {
        var missing = LAYOUT_MUST_SHOW.stream()
                .filter(name -> !layout.contains("${" + name + "}"))
                .toList();
        missing.forEach(name -> problems.add(Problem.error(
                LAYOUT_FILE,
                "The layout does not show ${" + name + "}.",
                "Every mail needs its text, postal address, contact and unsubscribe link.")));
        return missing.isEmpty();
    }

    private static Optional<String> source(Path path, String where, List<Problem> problems) {
        try {
            if (Files.size(path) > Sandbox.LONGEST_SOURCE) {
                problems.add(Problem.error(where, "The file is longer than 100 KB.", "Make it shorter."));
                return Optional.empty();
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            problems.add(Problem.error(where, "The file is not UTF-8.", "Save it as UTF-8."));
        } catch (IOException e) {
            problems.add(Problem.error(where, "The file cannot be read.", "Check its permissions."));
        }
        return Optional.empty();
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String hash(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
