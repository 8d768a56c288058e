/**
 * Secure web gateways: whole companies browse through them, and a browser’s data saver does the same. **People, nearly all.**
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const gateway = `
Cato Networks: 13150 138627
Check Point Harmony SASE: 213176 398391
Cisco Umbrella: 25605 36692
Forcepoint: 13448 42465 43251 44444
iboss: 137922 202276 396253
Menlo Security: 15188 62654
Netskope: 55256
Opera (data saver and browser VPN): 39832
Palo Alto Networks: 54538 396421
Skyhigh Security: 14600
Zscaler: 22616 53444 53813 62044 62907
`
