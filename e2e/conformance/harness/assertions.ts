import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Check } from './item.js'
import type { Answer } from './send-request.js'

/** What is not as it should be; undefined: nothing. */
export type Fault = string | undefined

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200)

/** All hold, or the detail names each that does not. */
export function check(...faults: readonly Fault[]): Check {
  const found = faults.filter((fault) => fault !== undefined)
  return found.length === 0 ? { ok: true, detail: `${faults.length} assertions hold` } : { ok: false, detail: found.join('; ') }
}

/** What an answer says at a place such as `ip.country` or `0.decision`; undefined where it does not. */
export function field(answer: Answer | unknown, path: string): unknown {
  let value: unknown = isAnswer(answer) ? answer.json : answer
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'text' in value

/** NaN where there is no number: whatever is compared with it does not hold. */
export function numberAt(answer: unknown, path: string): number {
  const value = field(answer, path)
  return typeof value === 'number' ? value : Number.NaN
}

export const textAt = (answer: unknown, path: string): string => {
  const value = field(answer, path)
  return typeof value === 'string' ? value : ''
}

export const listAt = (answer: unknown, path: string): readonly unknown[] => {
  const value = field(answer, path)
  return Array.isArray(value) ? value : []
}

export function status(answer: Answer, ...wanted: readonly number[]): Fault {
  return wanted.includes(answer.status) ? undefined : `status ${answer.status}, not ${wanted.join(' or ')}: ${answer.text.slice(0, 160)}`
}

/** The body, whole. */
export const body = (answer: Answer, wanted: unknown): Fault => equal('the body', answer.json, wanted)

/** A number that is not there equals none, not even another that is not there. */
export function equal(name: string, seen: unknown, wanted: unknown): Fault {
  const isNumber = !Number.isNaN(seen) && !(Array.isArray(seen) && seen.some(Number.isNaN))
  return isNumber && isDeepStrictEqual(seen, wanted) ? undefined : `${name} is ${brief(seen)}, not ${brief(wanted)}`
}

export function oneOf(name: string, seen: unknown, wanted: readonly unknown[]): Fault {
  return wanted.includes(seen) ? undefined : `${name} is ${brief(seen)}, none of ${wanted.map(brief).join(', ')}`
}

/** @param says the sentence that should be true */
export function holds(says: string, isTrue: boolean): Fault {
  return isTrue ? undefined : `not so: ${says}`
}

export function less(name: string, a: number, otherName: string, b: number): Fault {
  return a < b ? undefined : `${name} (${a}) is not less than ${otherName} (${b})`
}

export function within(name: string, value: number, least: number, most: number): Fault {
  return value >= least && value <= most ? undefined : `${name} is ${value}, not from ${least} to ${most}`
}

export function header(answer: Answer, name: string, wanted: string | RegExp): Fault {
  const seen = answer.headers[name.toLowerCase()]
  const fits = seen !== undefined && (typeof wanted === 'string' ? seen === wanted : wanted.test(seen))
  return fits ? undefined : `the header ${name} is ${brief(seen)}, not ${wanted}`
}

export function shape(answer: Answer | unknown, schema: z.ZodType): Fault {
  const parsed = schema.safeParse(isAnswer(answer) ? answer.json : answer)
  return parsed.success ? undefined : `the body's shape: ${z.prettifyError(parsed.error).replaceAll('\n', ' ').slice(0, 400)}`
}
