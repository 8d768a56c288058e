export type ClaimedSystem = 'windows' | 'mac' | 'ios' | 'android' | 'chromeos' | 'linux'

// In this order: Android also says Linux, and iOS also says Mac OS X.
const systems: readonly (readonly [string, ClaimedSystem])[] = [
  ['Windows NT', 'windows'],
  ['iPhone', 'ios'],
  ['iPad', 'ios'],
  ['iPod', 'ios'],
  ['Android', 'android'],
  ['CrOS', 'chromeos'],
  ['Macintosh', 'mac'],
  ['Linux', 'linux'],
]

/** The operating system that a `User-Agent` names; undefined for any other, and for none. */
export const claimedSystem = (userAgent: string): ClaimedSystem | undefined => systems.find(([name]) => userAgent.includes(name))?.[1]
