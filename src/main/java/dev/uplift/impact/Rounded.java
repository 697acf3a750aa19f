package dev.uplift.impact;

/** Numbers of reports: six decimals are more than anybody needs and fewer than processors differ in. */
final class Rounded {

    private static final double UNIT = 1e6;

    private Rounded() {}

    static double of(double number) {
        return Double.isFinite(number) ? Math.rint(number * UNIT) / UNIT + 0.0 : number;
    }
}
