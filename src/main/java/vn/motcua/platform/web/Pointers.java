package vn.motcua.platform.web;

/** JSON pointers (RFC 6901). */
final class Pointers {

    private Pointers() {}

    static String append(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
