package dev.uplift.web.staff;

import dev.uplift.impact.insights.Contact;
import dev.uplift.impact.insights.Group;
import dev.uplift.impact.insights.Trend;
import java.util.List;

/** Answers after so many contacts of a kind. */
record ContactRow(String contacts, String number, String answers, String score, String range, boolean few) {

    static List<ContactRow> all(List<Contact> contacts, Wording wording) {
        return contacts.stream()
                .filter(contact -> contact.answers().answered() >= Group.FEWEST_SHOWN)
                .map(contact -> of(contact, wording))
                .toList();
    }

    private static ContactRow of(Contact contact, Wording wording) {
        return new ContactRow(
                wording.text("staff.contacts." + contact.kind(), wording.word("staff.channel.", contact.channel())),
                wording.text("staff.contacts.number." + contact.contacts()),
                wording.count(contact.answers().answered()),
                ScoreFigure.score(contact.answers(), wording),
                ScoreFigure.range(contact.answers(), wording),
                contact.answers().answered() < Trend.FEWEST);
    }
}
