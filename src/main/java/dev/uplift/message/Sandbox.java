package dev.uplift.message;

import dev.uplift.platform.Problem;
import dev.uplift.platform.UpliftSettings.Company;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.SyntaxNode;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads templates so that they can reach nothing but the data they are given. */
final class Sandbox {

    static final int LONGEST_SOURCE = 100 * 1024;
    static final SimpleObjectWrapper VALUES = new SimpleObjectWrapper(Configuration.VERSION_2_3_34);

    private final Configuration html;
    private final Configuration text;

    Sandbox(Company company) {
        this.html = configuration(company, new Pen.Html());
        this.text = configuration(company, PlainTextOutputFormat.INSTANCE);
    }

    /** A template that escapes all data for HTML, or null after adding to the problems. */
    @Nullable
    Template html(String file, String source, Consumer<Problem> problems) {
        return read(html, file, source, problems);
    }

    /** A template of plain text, or null after adding to the problems. */
    @Nullable
    Template text(String file, String source, Consumer<Problem> problems) {
        return read(text, file, source, problems);
    }

    private static @Nullable Template read(
            Configuration configuration, String file, String source, Consumer<Problem> problems) {
        try {
            var template = new Template(file, source, configuration);
            var refusals = refusals(template, file, source);
            refusals.forEach(problems);
            return refusals.isEmpty() ? template : null;
        } catch (ParseException e) {
            problems.accept(new Problem(
                    Problem.Severity.ERROR,
                    file,
                    e.getLineNumber() > 0 ? e.getLineNumber() : null,
                    e.getColumnNumber() > 0 ? e.getColumnNumber() : null,
                    "This is not a valid template: " + firstLine(e.getEditorMessage()),
                    "Check that each <#if> and <#list> is closed and each ${ has its }."));
        } catch (StackOverflowError e) {
            problems.accept(Problem.error(file, "The template is nested too deeply.", "Make it flatter."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static List<Problem> refusals(Template template, String file, String source) {
        if (Wording.reserves(source)) {
            return List.of(Problem.error(file, "It has a noncharacter of Unicode.", "Remove U+FDD0 and U+FDD1."));
        }
        if (source.contains("<#ftl")) {
            return List.of(Problem.error(file, "'<#ftl>' is not allowed in templates.", "Remove that line."));
        }
        return new AllowList(file).refusals(SyntaxNode.of(template));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("") + " ";
    }

    private static Configuration configuration(Company company, OutputFormat format) {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setOutputFormat(format);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(VALUES);
        configuration.setTemplateLoader(null);
        configuration.setLocalizedLookup(false);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setNamingConvention(Configuration.LEGACY_NAMING_CONVENTION);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setAttemptExceptionReporter((exception, environment) -> {});
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setArithmeticEngine(new Figures());
        var currency = Currency.getInstance(
                new Locale.Builder().setRegion(company.country()).build());
        configuration.setCustomNumberFormats(Map.of(Money.FORMAT, new Money(currency)));
        configuration.setDateFormat("long");
        configuration.setDateTimeFormat("long_short");
        configuration.setLocale(Locale.forLanguageTag(company.language()));
        configuration.setTimeZone(TimeZone.getTimeZone(company.zone()));
        return configuration;
    }
}
