package vn.motcua.dossier;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submitters as filings have them. */
public final class Submitters {

    private Submitters() {}

    /** A person who could be an applicant, with an authority in JSON. */
    public static ObjectNode of(ObjectNode person, String authority) {
        ObjectNode submitter = JsonMapper.shared().createObjectNode();
        for (String field : new String[] {"citizenId", "foreignerId", "fullName", "dateOfBirth"}) {
            if (person.has(field)) {
                submitter.set(field, person.get(field));
            }
        }
        submitter.set("authority", JsonMapper.shared().readTree(authority));
        return submitter;
    }
}
