package vn.motcua.reference;

import vn.motcua.procedure.PublishedProcedure;

/** A procedure as the national portal publishes it. */
record ProcedureRow(LinePlace place, PublishedProcedure page) {}
