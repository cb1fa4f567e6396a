package vn.motcua.territory;

/** The level of administration (cấp). Districts existed until 2025-06-30. */
public enum Level {
    NATION,
    MINISTRY,
    PROVINCE,
    DISTRICT,
    COMMUNE
}
