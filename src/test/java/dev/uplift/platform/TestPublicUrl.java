package dev.uplift.platform;

/** Addresses for tests of other modules. */
public final class TestPublicUrl {

    private TestPublicUrl() {}

    /** Addresses as these settings say. */
    public static PublicUrl of(UpliftSettings settings) {
        return new PublicUrl(settings);
    }
}
