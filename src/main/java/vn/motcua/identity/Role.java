package vn.motcua.identity;

/** What a caller may be. The citizens' issuer makes citizens only, the agencies' issuer staff only. */
public enum Role {
    CITIZEN,
    CLERK,
    OFFICER,
    LEADER,
    AUDITOR,
    OPERATOR,
    MACHINE
}
