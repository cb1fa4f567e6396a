package vn.motcua.platform.db;

/** No more units of database work are taken in just now; nothing was begun. */
public class Overloaded extends RuntimeException {

    public Overloaded() {
        super("Too many units of database work in flight");
    }
}
