package vn.motcua.reference;

/**
 * The country as it is after an import, in numbers.
 *
 * @param provinces in force today
 * @param communes in force today
 * @param oldProvinces in force on 2025-06-30, as the next two
 * @param successionsOf2025 of 2025-07-01
 * @param laterSuccessions of later days
 * @param agencies that exist
 * @param provisionalAgencies those of them under a provisional identifier
 * @param procedures in force
 * @param variantsWithoutTerm variants of these without a computable term
 * @param suspectFees variants of these whose shown fee cannot be
 */
public record Overview(
        int provinces,
        int communes,
        int oldProvinces,
        int oldDistricts,
        int oldCommunes,
        int successionsOf2025,
        int laterSuccessions,
        int agencies,
        int provisionalAgencies,
        int procedures,
        int variantsWithoutTerm,
        int suspectFees) {}
