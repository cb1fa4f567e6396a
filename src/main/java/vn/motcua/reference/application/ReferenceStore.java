package vn.motcua.reference.application;

import reactor.core.publisher.Mono;
import vn.motcua.reference.ImportPlan;
import vn.motcua.reference.Loaded;

/** Reference data as they are loaded, and the one transaction that changes them. */
public interface ReferenceStore {

    /** As the newest numbers in the database say. */
    Mono<Loaded> fresh();

    /**
     * Makes every change of the plan and ends the import, in one transaction.
     *
     * @return false, and nothing changed, when somebody changed what the plan was made on
     * @throws ImportLost through the result, when the import was given up meanwhile; then nothing is changed
     */
    Mono<Boolean> apply(ImportPlan plan, ImportRegister.End end);
}
