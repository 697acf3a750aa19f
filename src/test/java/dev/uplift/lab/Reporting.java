package dev.uplift.lab;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Hands each test its findings and writes what became of it into the reliability report. */
final class Reporting implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Reporting.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Findings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return findings(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var row = test.getRequiredTestMethod().getAnnotation(Row.class);
        var line = Reliability.line(row.id(), row.what());
        findings(test).addTo(line);
        test.getExecutionException()
                .ifPresentOrElse(failure -> ended(line, test.getDisplayName(), failure), line::passed);
        Reliability.write();
    }

    private static void ended(Reliability.Line line, String test, Throwable failure) {
        var words = test + ": " + failure.getMessage();
        if (failure instanceof TestAbortedException) {
            line.skipped(words);
        } else {
            line.failed(words);
        }
    }

    private static Findings findings(ExtensionContext test) {
        return test.getStore(STORE).computeIfAbsent(Findings.class, type -> new Findings(), Findings.class);
    }
}
