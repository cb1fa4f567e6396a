package vn.motcua.reporting;

import vn.motcua.territory.AdministrativeUnit;

/** The counts of a unit: everything that agencies of it and below it handle. */
public record UnitFigures(AdministrativeUnit unit, Counts counts) {}
