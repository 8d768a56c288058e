import { err, ok, type Result } from '../../shared/result.js'
import type { Rejection } from './rejection.js'

/** Honest bodies nest four levels: request, claims, an array, an Observation's reason. */
export const MAX_JSON_DEPTH = 8

/** Names that reach a prototype in code that merges or copies objects. No shape of ours has them. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether there are more brackets that open than may stand in each other: most bodies have fewer, and are not walked through. */
function hasManyBrackets(text: string): boolean {
  let left = MAX_JSON_DEPTH
  for (const bracket of '{[')
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (left-- === 0) return true
  return false
}

/** Counts brackets outside of strings before the parser recurses into them. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === 0x5c) i++
      else if (c === 0x22) quoted = false
    } else if (c === 0x22) quoted = true
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > MAX_JSON_DEPTH) return true
    } else if (c === 0x5d || c === 0x7d) depth--
  }
  return false
}

/** Recursion is bounded by `isTooDeep`. */
function findForbiddenKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (forbidden.has(name)) return name
    const key = findForbiddenKey(inner)
    if (key !== undefined) return key
  }
  return undefined
}

/** `JSON.parse` for texts of strangers: bounded depth, no name that could reach a prototype, a Result instead of an exception. */
export function parseJson(text: string): Result<unknown, Rejection> {
  if (hasManyBrackets(text) && isTooDeep(text)) return err({ reason: 'json-too-deep' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err({ reason: 'body-not-json' })
  }
  const key = findForbiddenKey(value)
  return key === undefined ? ok(value) : err({ reason: 'json-forbidden-key', key })
}

/** Strict: a byte sequence that is not UTF-8 is refused, not repaired. */
export function decodeUtf8(bytes: Uint8Array): Result<string, Rejection> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err({ reason: 'body-not-utf8' })
  }
}
