/** All that a package may hold. */
const KNOWN = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/[\w-]+\.(mjs|js)(\.map)?$/,
  /^dist\/(cjs|verify|drill)\/([\w-]+\/)*[\w-]+\.(mjs|js)(\.map)?$/,
  /^dist\/(cjs\/)?types\/[\w/.-]+\.d\.ts$/,
  /^dist\/cjs\/package\.json$/,
  /^dist\/docs\/[\w.-]+$/,
  /^dist\/dashboard\/[\w./-]+$/,
  /^dist\/dialects\/[\w.-]+\.json$/,
  /^dist\/(build\.json|THIRD-PARTY\.txt)$/,
]

/** What nobody who installs it has a use for, or should have. */
const UNWANTED = [/\.test\./, /(^|\/)(recordings|testing|bench)\//, /\.(csv|ndjson|png|pem|sqlite|log)$/]

/** @param {readonly string[]} files @returns {string[]} a line for each that does not belong into the package */
export const strayFiles = (files) =>
  files
    .filter((file) => !KNOWN.some((pattern) => pattern.test(file)) || UNWANTED.some((pattern) => pattern.test(file)))
    .map((file) => `${file}: does not belong into the package`)
