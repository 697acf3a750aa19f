package dev.uplift.demo.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a customer buys from the sample company. */
record Contract(String product, String tariff, int monthlyInstalment, LocalDate customerSince) {

    private static final Map<String, List<String>> TARIFFS = Map.of(
            "electricity", List.of("Nordstrom Fix", "Nordstrom Flex", "Nordstrom Öko"),
            "gas", List.of("Nordgas Fix", "Nordgas Klima"),
            "heat", List.of("Fernwärme Nord"));

    static Contract of(Draw draw, long customer) {
        var kind = draw.share(customer, "product");
        var product = kind < 0.72 ? "electricity" : kind < 0.93 ? "gas" : "heat";
        return new Contract(
                product,
                draw.of(TARIFFS.getOrDefault(product, List.of()), customer, "tariff"),
                38 + draw.below(110, customer, "instalment"),
                LocalDate.of(2006, 1, 1).plusDays(draw.below(19 * 365, customer, "since")));
    }

    boolean electric() {
        return product.equals("electricity");
    }
}
