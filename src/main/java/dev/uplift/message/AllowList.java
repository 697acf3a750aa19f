package dev.uplift.message;

import static java.util.stream.Collectors.joining;

import dev.uplift.platform.Problem;
import freemarker.core.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template may do; everything else is refused before it runs, since FreeMarker cannot limit time or memory. */
final class AllowList {

    private static final Set<String> KINDS = Set.of(
            "MixedContent",
            "TextBlock",
            "Comment",
            "DollarVariable",
            "IfBlock",
            "ConditionalBlock",
            "SwitchBlock",
            "Case",
            "ListElseContainer",
            "IteratorBlock",
            "Items",
            "Sep",
            "ElseOfList",
            "Identifier",
            "Dot",
            "DynamicKeyName",
            "MethodCall",
            "ParentheticalExpression",
            "StringLiteral",
            "NumberLiteral",
            "BooleanLiteral",
            "ListLiteral",
            "Range",
            "DefaultToExpression",
            "ExistsExpression",
            "AndExpression",
            "OrExpression",
            "NotExpression",
            "ComparisonExpression",
            "ArithmeticExpression",
            "AddConcatExpression",
            "UnaryPlusMinusExpression");

    private static final Set<String> BUILT_INS = Set.of(
            "abs",
            "c",
            "cap_first",
            "ceiling",
            "contains",
            "counter",
            "date",
            "datetime",
            "ends_with",
            "first",
            "floor",
            "has_content",
            "has_next",
            "index",
            "is_first",
            "is_last",
            "last",
            "length",
            "lower_case",
            "number",
            "round",
            "size",
            "starts_with",
            "string",
            "switch",
            "then",
            "trim",
            "truncate",
            "uncap_first",
            "upper_case",
            "url");

    private static final Set<String> STRING_FORMATS = Set.of("short", "medium", "long", "full", "percent");
    private static final Pattern SHORT_RANGE = Pattern.compile("\\d{1,2}\\.\\.[<*!]?\\d{1,2}");
    private static final int DEEPEST_LIST = 2;

    private final String file;

    AllowList(String file) {
        this.file = file;
    }

    List<Problem> refusals(SyntaxNode root) {
        return refusals(root, 0).toList();
    }

    private Stream<Problem> refusals(SyntaxNode node, int lists) {
        var depth = node.kind().equals("IteratorBlock") ? lists + 1 : lists;
        return Stream.concat(
                allowed(node) && depth <= DEEPEST_LIST ? Stream.empty() : Stream.of(refusal(node)),
                children(node).flatMap(child -> refusals(child, depth)));
    }

    private static boolean allowed(SyntaxNode node) {
        return switch (node.kind()) {
            case SyntaxNode.BUILT_IN -> BUILT_INS.contains(node.name());
            case "Range" -> SHORT_RANGE.matcher(node.source()).matches();
            case "MethodCall" -> callsBuiltIn(node);
            case "DynamicKeyName" -> !ofString(node);
            case "Dot" -> !ofString(node) || formats(node);
            default -> KINDS.contains(node.kind());
        };
    }

    private static boolean callsBuiltIn(SyntaxNode call) {
        return call.children().get(0).kind().equals(SyntaxNode.BUILT_IN) && !ofString(call);
    }

    private static boolean ofString(SyntaxNode node) {
        var of = node.children().get(0);
        return of.kind().equals(SyntaxNode.BUILT_IN) && of.name().equals("string");
    }

    private static boolean formats(SyntaxNode dot) {
        var format = dot.source().substring(dot.source().lastIndexOf('.') + 1);
        return STRING_FORMATS.contains(format) || format.equals("@" + Money.FORMAT);
    }

    private static Stream<SyntaxNode> children(SyntaxNode node) {
        return node.children().stream();
    }

    private Problem refusal(SyntaxNode node) {
        var what = node.kind().equals(SyntaxNode.BUILT_IN) ? "?" + node.name() : node.source();
        return new Problem(
                Problem.Severity.ERROR,
                file,
                node.line(),
                node.column(),
                "'" + what + "' is not allowed in templates.",
                "Use ${…}, if, switch, up to two nested lists and these built-ins: "
                        + BUILT_INS.stream().sorted().collect(joining(", ")) + ".");
    }
}
