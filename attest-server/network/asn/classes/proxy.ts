/**
 * Networks whose operators say themselves that they sell proxies. Those that sell other people’s homes have no network of their own to list.
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const proxy = `
IPRoyal: 209043
Oxylabs: 396319
Sprious (Blazing SEO, Rayobyte): 54252 64267 397630
`
