import { remembering } from '../../../shared/remembering.js'

export interface LanguageRange {
  readonly tag: string
  /** From 0 to 1; 1 where none is given. */
  readonly weight: number
}

const LONGEST = 1000
const MOST = 40
/** RFC 9110 §12.5.4, with the tags of RFC 4647 §2.1. */
const MEMBER = /^([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}|\*)(?:\s*;\s*q=(0(?:\.\d{1,3})?|1(?:\.0{1,3})?))?$/i

/** @returns undefined for what is no list of languages. */
export const parseLanguages = remembering((list: string): readonly LanguageRange[] | undefined => {
  if (list.length > LONGEST) return undefined
  const members = list.split(',')
  if (members.length > MOST) return undefined
  const ranges = members.map((member) => MEMBER.exec(member.trim()))
  return ranges.every((match) => match !== null) ? ranges.map((match) => ({ tag: match[1]!, weight: Number(match[2] ?? 1) })) : undefined
})
