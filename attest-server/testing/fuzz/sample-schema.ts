import fc from 'fast-check'
import { type ApiDocument, resolved, type Schema } from './api-document.js'
import type { Dice } from './dice.js'

/** What is issued stands in place of a sample, by the name of its field; undefined where nothing is. */
export type Known = (name: string) => unknown

export interface Sampler {
  sample(schema: Schema, dice: Dice, known: Known): unknown
}

const SAMPLES = 40
const MOST_ITEMS = 5
const MOST_DEPTH = 8
const OPTIONAL = 0.5

/** Of a pattern, made once: the first of them are the same for each run. */
function createPatterns(): (pattern: string) => readonly string[] {
  const made = new Map<string, readonly string[]>()
  return (pattern) => {
    let samples = made.get(pattern)
    if (!samples) {
      try {
        samples = fc.sample(fc.stringMatching(new RegExp(pattern), { size: '-1' }), { numRuns: SAMPLES, seed: 7 })
      } catch {
        samples = ['sample']
      }
      made.set(pattern, samples)
    }
    return samples
  }
}

const typeOf = ({ type, properties, items }: Schema, dice: Dice): string => {
  if (Array.isArray(type)) return dice.pick(type as readonly string[])
  return (type as string | undefined) ?? (properties ? 'object' : items ? 'array' : dice.pick(['string', 'number', 'object', 'null']))
}

function numberOf({ minimum = -1000, maximum = 100_000 }: Schema, isWhole: boolean, dice: Dice): number {
  if (dice.chance(0.1)) return minimum
  if (dice.chance(0.1)) return maximum
  const low = Math.max(minimum, -1e6)
  const drawn = low + dice.next() * (Math.min(maximum, low + 1e6) - low)
  return isWhole ? Math.round(drawn) : drawn
}

/** Values that a schema takes, mostly: what JSON Schema says of them besides is left to chance. */
export function createSampler(document: ApiDocument): Sampler {
  const patterned = createPatterns()

  function stringOf({ pattern, minLength = 0, maxLength = 64 }: Schema, dice: Dice): string {
    if (pattern !== undefined) return dice.pick(patterned(pattern))
    const most = Math.min(maxLength, 40)
    return dice.word(Math.max(minLength, dice.below(most + 1)))
  }

  function objectOf({ properties = {}, required = [] }: Schema, dice: Dice, known: Known, depth: number): object {
    const entries = Object.entries(properties).flatMap(([name, inner]) => {
      if (!required.includes(name) && !dice.chance(OPTIONAL)) return []
      const issued = known(name)
      const value = madeOf(inner, dice, known, depth + 1)
      return [[name, issued !== undefined && dice.chance(0.8) ? issued : value] as const]
    })
    return Object.fromEntries(entries)
  }

  function arrayOf({ items = {}, minItems = 0, maxItems = MOST_ITEMS }: Schema, dice: Dice, known: Known, depth: number): unknown[] {
    const length = Math.min(maxItems, minItems + dice.below(MOST_ITEMS))
    return Array.from({ length }, () => madeOf(items, dice, known, depth + 1))
  }

  function madeOf(given: Schema, dice: Dice, known: Known, depth: number): unknown {
    const schema = resolved(given, document)
    if (depth > MOST_DEPTH) return null
    if ('const' in schema) return schema.const
    if (schema.enum) return dice.pick(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return madeOf(dice.pick(choices), dice, known, depth + 1)
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => madeOf(part, dice, known, depth + 1))) as object
    const type = typeOf(schema, dice)
    if (type === 'object') return objectOf(schema, dice, known, depth)
    if (type === 'array') return arrayOf(schema, dice, known, depth)
    if (type === 'number' || type === 'integer') return numberOf(schema, type === 'integer', dice)
    if (type === 'boolean') return dice.chance(0.5)
    return type === 'null' ? null : stringOf(schema, dice)
  }

  return { sample: (schema, dice, known) => madeOf(schema, dice, known, 0) }
}
