package dev.uplift.demo.simulation;

import java.time.Instant;

/** Something the company does at an instant; doing it again after a crash changes nothing. */
record Act(Instant at, String what, Runnable deed) {}
