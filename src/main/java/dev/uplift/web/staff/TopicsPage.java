package dev.uplift.web.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of the topics.
 *
 * @param surveys to choose from
 * @param from first day as the field wants it
 * @param until last day
 * @param answers how many have a comment
 * @param all score of all of them; null below five
 * @param heads names of the classes, the lowest first
 * @param waiting how many answers still wait for their tags; empty for none
 * @param defined whether there are any tags
 * @param faults what is wrong with their files
 */
record TopicsPage(
        Select surveys,
        String from,
        String until,
        String answers,
        TopicRow.@Nullable Ranged all,
        List<String> heads,
        List<TopicRow> rows,
        String waiting,
        boolean defined,
        List<PlanPage.Fault> faults) {}
