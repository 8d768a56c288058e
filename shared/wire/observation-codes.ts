import { ALPHABET } from '../base64url.js'
import { failed, type Observation, seen, unsupported } from '../observation.js'
import { err, ok, type Result } from '../result.js'
import { fromCode, LARGEST_CODE, type Range, toCode } from '../scale.js'
import type { TellShape } from './tells.js'

/**
 * Why there is no value. The order is the wire's, append only once 0.1.0 is released, and 14 at most. `other` stands for what is not
 * named here; `not-asked`: its moment (idle time, a challenge) has not come; `not-loaded`: the file that observes did not come.
 */
export const reasons = ['other', 'timeout', 'threw', 'not-asked', 'not-loaded'] as const
export type Reason = (typeof reasons)[number]

/** The absences have the codes from the top of the alphabet down: first *unsupported*, then the reasons. */
const absenceOf = (observation: Exclude<Observation, { state: 'ok' }>): number =>
  observation.state === 'unsupported' ? 1 : 2 + Math.max(0, (reasons as readonly string[]).indexOf(observation.reason))

/** @param depth how far from the top, from 1 */
const absentAt = (depth: number): Observation<never> | undefined =>
  depth === 1 ? unsupported : reasons[depth - 2] && failed(reasons[depth - 2]!)

/** What a feature's code is written in. A build in a dialect of its own has another order of the same letters here. */
const LETTERS = ALPHABET

const TELL_CODES = 64
const FEATURE_CODES = 4096
/** The largest count that a tell sends; more count as so many. */
export const MOST_COUNTED = 48

/** A tell as one letter of base64url's alphabet: `A` false or none, `B` true or one, `C` two …, `_` unsupported, before it the reasons. */
export function encodeTell(observation: Observation): string {
  const code = observation.state === 'ok' ? Math.min(MOST_COUNTED, Number(observation.value) >>> 0) : TELL_CODES - absenceOf(observation)
  return ALPHABET[code]!
}

/** A feature as two letters: 12 bits, of which the values take 0 to 4080, in steps of the feature's range (`scale.ts`). */
export function encodeFeature(observation: Observation<number>, bounds: Range): string {
  const code = observation.state === 'ok' ? toCode(observation.value, bounds) : FEATURE_CODES - absenceOf(observation)
  return LETTERS[code >> 6]! + LETTERS[code & 63]!
}

type TellValue = Pick<TellShape, 'type' | 'classes'>

type Decoded<T extends boolean | number> = Result<Observation<T>, 'observation-malformed'>

const absence = (depth: number): Decoded<never> => {
  const observation = absentAt(depth)
  return observation ? ok(observation) : err('observation-malformed')
}

/** @param shape what the tell's value must be. @param letter one of the alphabet, or it is malformed */
export function decodeTell(letter: string, { type, classes = MOST_COUNTED + 1 }: TellValue): Decoded<boolean | number> {
  const code = letter.length === 1 ? ALPHABET.indexOf(letter) : -1
  if (code < 0) return err('observation-malformed')
  if (code > MOST_COUNTED) return absence(TELL_CODES - code)
  if (type === 'number') return code < classes ? ok(seen(code)) : err('observation-malformed')
  return code < 2 ? ok(seen(code === 1)) : err('observation-malformed')
}

/** @param letters two of the alphabet, or they are malformed. @returns a value is within the range, whatever they are */
export function decodeFeature(letters: string, bounds: Range): Decoded<number> {
  const [high, low] = [LETTERS.indexOf(letters.charAt(0)), LETTERS.indexOf(letters.charAt(1))]
  if (letters.length !== 2 || high < 0 || low < 0) return err('observation-malformed')
  const code = 64 * high + low
  return code > LARGEST_CODE ? absence(FEATURE_CODES - code) : ok(seen(fromCode(code, bounds)))
}
