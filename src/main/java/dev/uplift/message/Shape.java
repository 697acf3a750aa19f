package dev.uplift.message;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How a template wrote a mail, piece by piece: a path through a tree that all mails share. Templates write the same pieces
 * again and again, so that most paths are known, and what was made of one before need not be made again.
 */
final class Shape {

    /** What follows one piece; templates have few choices, so more comes from data and is not worth keeping. */
    private static final int MOST_CHOICES = 64;

    private static final int MOST_CHARACTERS = 4_000_000;

    private final @Nullable Shape before;
    private final AtomicInteger kept;
    private final String piece;
    private final char[] characters;
    private final int length;
    private final List<Shape> choices = new CopyOnWriteArrayList<>();
    private volatile @Nullable String whole;
    private volatile @Nullable Form form;
    private volatile @Nullable Wording wording;

    /** Nothing is written yet. */
    Shape() {
        this(null, new AtomicInteger(), "");
    }

    private Shape(@Nullable Shape before, AtomicInteger kept, String piece) {
        this.before = before;
        this.kept = kept;
        this.piece = piece;
        this.characters = piece.toCharArray();
        this.length = (before == null ? 0 : before.length) + characters.length;
    }

    /** Whether this tree has grown so large that another should be begun. */
    boolean full() {
        return kept.get() > MOST_CHARACTERS;
    }

    /** In characters. */
    int length() {
        return length;
    }

    /** The shape after this piece is written, too. */
    Shape then(char[] source, int from, int count) {
        for (var choice : choices) {
            if (Arrays.equals(choice.characters, 0, choice.characters.length, source, from, from + count)) {
                return choice;
            }
        }
        return add(new String(source, from, count));
    }

    /** The same for a piece that is a string. */
    Shape then(String next) {
        for (var choice : choices) {
            if (choice.piece.equals(next)) {
                return choice;
            }
        }
        return add(next);
    }

    /** What the pieces make together, without white space around it. */
    String whole() {
        var known = whole;
        if (known == null) {
            var all = new StringBuilder(length);
            collect(all);
            known = all.toString().strip();
            whole = known;
        }
        return known;
    }

    /** The same as a form; always the same object. */
    synchronized Form form() {
        var known = form;
        if (known == null) {
            known = new Form(whole());
            form = known;
        }
        return known;
    }

    /** This shape as text; null if nobody found out yet. */
    @Nullable
    Wording wording() {
        return wording;
    }

    void wording(Wording found) {
        wording = found;
    }

    private Shape add(String next) {
        var choice = new Shape(this, kept, next);
        if (choices.size() < MOST_CHOICES && !full()) {
            choices.add(choice);
            kept.addAndGet(next.length());
        }
        return choice;
    }

    private void collect(StringBuilder all) {
        if (before != null) {
            before.collect(all);
        }
        all.append(piece);
    }
}
