/** Sources that no browser may receive, as a source map names them. */
const SERVER = /(^|\/)(attest-server|verify|demo-site|e2e|tools)\/|shared\/scorecard\/(server-card|fact-rows)/

/** What each half is there for: the other knows its types only, or every page would load it twice. Tells come by the lists that name them. */
const HALVES = [
  { bundle: /^collector\./, others: /(^|\/)(shared\/(features|scorecard)\/|collector\/(senses\/|tells\/sensed-tells))/ },
  { bundle: /^senses\./, others: /(^|\/)collector\/(capture\/|forms\/|tells\/(still-tells|start-telling|observe)\b)/ },
]

/**
 * What a bundle for browsers contains and must not.
 * @param {string} bundle its file name
 * @param {readonly string[]} sources as its source map lists them
 */
export const foreignSources = (bundle, sources) =>
  sources.filter((source) => SERVER.test(source) || HALVES.some((half) => half.bundle.test(bundle) && half.others.test(source)))
