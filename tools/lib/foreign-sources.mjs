/** Sources that no browser may receive, as a source map names them. */
const SERVER = /(^|\/)(attest-server|verify|demo-site|e2e|tools)\/|shared\/scorecard\/(server-card|fact-rows)/

/** What senses.js is there for: the collector knows its types only, or every page would load it twice. */
const SENSES = /(^|\/)(shared\/(features|scorecard)|collector\/(tells|senses))\//

/**
 * What a bundle for browsers contains and must not.
 * @param {string} bundle its file name
 * @param {readonly string[]} sources as its source map lists them
 */
export const foreignSources = (bundle, sources) =>
  sources.filter((source) => SERVER.test(source) || (bundle.startsWith('collector.') && SENSES.test(source)))
