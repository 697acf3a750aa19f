package freemarker.core;

import freemarker.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One piece of a parsed template: a directive, an expression, a built-in.
 *
 * @param kind name of FreeMarker's class for it, e.g. {@code IteratorBlock}
 * @param name what it calls: the built-in's name for a built-in, else empty
 * @param source how it is written
 * @param line 1-based
 * @param column 1-based
 * @param children the pieces it consists of, nested expressions included
 */
@SuppressWarnings("deprecation") // FreeMarker marks its tree so to say "for tools only"; this is one
public record SyntaxNode(String kind, String name, String source, int line, int column, List<SyntaxNode> children) {

    /** The kind of every built-in, whatever FreeMarker's class for it is called. */
    public static final String BUILT_IN = "BuiltIn";

    /** The syntax tree of a template; its {@code <#ftl>} header is not part of it. */
    public static SyntaxNode of(Template template) {
        return of((TemplateObject) template.getRootTreeNode());
    }

    private static SyntaxNode of(TemplateObject object) {
        var parts = new ArrayList<SyntaxNode>();
        if (object instanceof TemplateElement element) {
            children(element).map(SyntaxNode::of).forEach(parts::add);
        }
        parameters(object).map(SyntaxNode::of).forEach(parts::add);
        return new SyntaxNode(
                kind(object), name(object), source(object), object.getBeginLine(), object.getBeginColumn(), parts);
    }

    private static Stream<TemplateElement> children(TemplateElement element) {
        return IntStream.range(0, element.getChildCount()).mapToObj(element::getChild);
    }

    private static Stream<TemplateObject> parameters(TemplateObject object) {
        return IntStream.range(0, object.getParameterCount())
                .mapToObj(object::getParameterValue)
                .filter(Objects::nonNull)
                .filter(TemplateObject.class::isInstance)
                .map(TemplateObject.class::cast);
    }

    private static String kind(TemplateObject object) {
        return object instanceof BuiltIn ? BUILT_IN : object.getClass().getSimpleName();
    }

    private static String name(TemplateObject object) {
        return object instanceof BuiltIn builtIn ? builtIn.key : "";
    }

    private static String source(TemplateObject object) {
        return object instanceof Expression ? object.getCanonicalForm() : object.getNodeTypeSymbol();
    }
}
