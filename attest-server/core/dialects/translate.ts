import { ALPHABET } from '../../../shared/base64url.js'
import { features } from '../../../shared/features/index.js'
import { type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { unsupported } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { NO_CARD, STILL_CARD } from '../../../shared/wire/evidence.js'
import { encodeTell } from '../../../shared/wire/observation-codes.js'
import { type TellId, tellIds, tellShapes } from '../../../shared/wire/tells.js'
import type { Rejection } from '../rejection.js'
import type { Dialect } from './dialect.js'
import { honeyOf } from './honey.js'

type Claims = Readonly<Record<string, unknown>>
type Translated<T> = Result<T, Rejection>

const featureIds = features.map(({ id }) => id)
const UNASKED = encodeTell(unsupported)

/** The letters or numbers of one list, from the dialect's order to the wire's. @param missing stands where the dialect asks nothing */
function inOrder<Id, Item>(from: readonly Id[], items: readonly Item[], to: readonly Id[], missing?: Item): Item[] {
  const placeOf = new Map(from.map((id, i) => [id, i]))
  return to.flatMap((id) => {
    const place = placeOf.get(id)
    if (place !== undefined) return [items[place] as Item]
    return missing === undefined ? [] : [missing]
  })
}

const wrongLength = (of: 'tells' | 'features' | 'tally', { length }: { readonly length: number }) =>
  err({ reason: 'summary-length', of, length } as const)

/** Of a still visitor, those tells alone that stand before all others. */
function tellsOf(said: string, { tells, unasked }: Dialect): Translated<string> {
  const isStill = (id: TellId) => tellShapes[id].still
  const still = tells.filter(isStill)
  const list = [tells, still, []].find(({ length }) => length === said.length)
  if (!list) return wrongLength('tells', said)
  const known = new Set<TellId>(list.length > still.length ? [...tells, ...unasked] : list)
  const order = tellIds.filter((id) => known.has(id))
  return ok(inOrder(list, [...said], order, UNASKED).join(''))
}

const codesOf = (said: string): string[] => said.match(/../g) ?? []

function featuresOf(said: string, { features: own, letters }: Dialect): Translated<string> {
  if (said === '') return ok('')
  if (said.length !== 2 * own.length) return wrongLength('features', said)
  const known = new Set(own)
  const order = featureIds.filter((id) => known.has(id))
  // A letter of another alphabet becomes none of any, and is refused with the rest that is malformed.
  const plain = inOrder(own, codesOf(said), order).join('')
  return ok(Array.from(plain, (letter) => ALPHABET[letters.indexOf(letter)] ?? '!').join(''))
}

/** Of a still visitor, the time alone. */
function tallyOf(said: readonly unknown[], { tally: own }: Dialect): Translated<readonly unknown[]> {
  if (said.length <= 1) return ok(said)
  if (said.length !== own.length) return wrongLength('tally', said)
  const known = new Set(own)
  const order = tallyKeys.filter((key) => known.has(key))
  return ok(inOrder(own, said, order))
}

/** Every honey claim is there, and right; where nothing was tallied there is none. */
function checkHoney(claims: Claims, plain: Claims, { honey }: Dialect): Translated<undefined> {
  const isTallied = plain.card !== NO_CARD && plain.card !== STILL_CARD
  const counts = Array.isArray(plain.tally) ? (plain.tally as readonly unknown[]) : []
  const tally = Object.fromEntries(tallyKeys.map((key, i) => [key, counts[i] ?? 0])) as Record<keyof Tally, number>
  const isRight = honey.every((one) => claims[one.name] === (isTallied ? honeyOf(one, tally) : undefined))
  return isRight ? ok(undefined) : err({ reason: 'honey-wrong' })
}

/** Under the wire's own names. A claim that the dialect has no name for is none of its claims. */
function renamed(claims: Claims, { names, honey }: Dialect): Translated<Record<string, unknown>> {
  const plainOf = new Map([...Object.entries(names).map(([plain, name]) => [name, plain] as const), ['build', 'build'] as const])
  const ignored = new Set(honey.map(({ name }) => name))
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(claims)) {
    const own = plainOf.get(name)
    if (own !== undefined) plain[own] = value
    else if (!ignored.has(name)) return err({ reason: 'field-unknown', field: `claims.${name.slice(0, 32)}` })
  }
  return ok(plain)
}

/**
 * Says in the wire's plain form what claims in a dialect say. Only names and order change: what the claims hold is checked afterwards, by the same
 * checks as that of every other collector.
 */
export function translate(claims: Claims, dialect: Dialect): Translated<Claims> {
  const plain = renamed(claims, dialect)
  if (!plain.ok) return plain
  const said = plain.value
  // What is of another type is left as it is, to be refused for that.
  const tells = typeof said.tells === 'string' ? tellsOf(said.tells, dialect) : ok(said.tells)
  if (!tells.ok) return tells
  const features = typeof said.features === 'string' ? featuresOf(said.features, dialect) : ok(said.features)
  if (!features.ok) return features
  const tally = Array.isArray(said.tally) ? tallyOf(said.tally, dialect) : ok(said.tally)
  if (!tally.ok) return tally
  const whole = { ...said, tells: tells.value, features: features.value, tally: tally.value }
  const honey = checkHoney(claims, whole, dialect)
  return honey.ok ? ok(whole) : honey
}
