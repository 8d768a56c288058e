import { remembering } from '../../../shared/remembering.js'

export interface Brand {
  readonly name: string
  /** As it stands: `156`, or `156.0.7000.12` in a full list. */
  readonly version: string
}

/** Browsers send three or four of some 30 characters. */
const LONGEST = 1000
const MOST = 12
const MEMBER = /^"((?:[^"\\]|\\.)*)"\s*;\s*v="([\w.]{0,40})"$/

/** Splits at the commas outside of quotes: brands that are there to be awkward may contain them (GREASE, UA-CH §6.2). */
function membersOf(list: string): readonly string[] {
  const members: string[] = []
  let quoted = false
  let start = 0
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '\\') i++
    else if (list[i] === '"') quoted = !quoted
    else if (list[i] === ',' && !quoted) {
      members.push(list.slice(start, i).trim())
      start = i + 1
    }
  }
  return [...members, list.slice(start).trim()]
}

/** `Sec-CH-UA` and `Sec-CH-UA-Full-Version-List`: a list of strings with a `v` each. @returns undefined for what is none. */
export const parseBrands = remembering((list: string): readonly Brand[] | undefined => {
  if (list.length > LONGEST) return undefined
  const members = membersOf(list)
  if (members.length > MOST) return undefined
  const brands = members.map((member) => MEMBER.exec(member))
  return brands.every((match) => match !== null) ? brands.map((match) => ({ name: match[1]!, version: match[2]! })) : undefined
})
