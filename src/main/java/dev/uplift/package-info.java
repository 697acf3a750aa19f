/** Uplift plans, sends and proves customer communication; {@link dev.uplift.CampaignJourney} shows how. */
@NullMarked
package dev.uplift;

import org.jspecify.annotations.NullMarked;
