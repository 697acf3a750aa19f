package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;

/** Somebody to be invited; the send is the one that carried the first invitation, also for a reminder. */
public record Invite(SendId send, RunId run, CustomerId customer, String survey, String language) {}
