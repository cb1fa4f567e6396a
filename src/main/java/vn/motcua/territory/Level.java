package vn.motcua.territory;

/** The level of administration (cấp). Districts existed until 2025-06-30. */
public enum Level {
    NATION,
    MINISTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    /** True when units of this level contain units of the other. */
    public boolean isAbove(Level other) {
        return ordinal() < other.ordinal();
    }
}
