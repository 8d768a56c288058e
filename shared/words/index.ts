/**
 * What is observed, in words for people: those who look at the demo read what operators read in the dashboard. The demo's page gets all of it in one
 * file, `/words.js`.
 */

export * from './fact-names.js'
export * from './feature-names.js'
export * from './humanise.js'
export * from './kind-names.js'
export * from './measure.js'
export * from './names.js'
export * from './tell-names.js'
