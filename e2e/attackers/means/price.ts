/** A quarter of what a page load asks for, in expected hashes: below that, evidence counts as unpaid (`effort.ts` of the server). */
export const PRICE = { hashes: 65_000 } as const
