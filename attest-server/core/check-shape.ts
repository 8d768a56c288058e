import { err, ok, type Result } from '../../shared/result.js'
import type { Rejection } from './rejection.js'

/** What one field must be. */
export interface Field {
  readonly test: (value: unknown) => boolean
  readonly optional?: true
}

export type Fields<T> = { readonly [Name in keyof T]-?: Field }

export const required = (test: Field['test']): Field => ({ test })
export const optional = (test: Field['test']): Field => ({ test, optional: true })

export const isText =
  (longest: number): Field['test'] =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= longest

export const isInteger =
  (least: number, most: number): Field['test'] =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most

export const isNumber =
  (least: number, most: number): Field['test'] =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Strict: every required field is there and is what it must be, and there is no other.
 * @param where names the object in logs.
 */
export function checkShape<T>(value: unknown, fields: Fields<T>, where: string): Result<T, Rejection> {
  if (!isObject(value)) return err({ reason: 'not-an-object', where })
  const known: Readonly<Record<string, Field>> = fields
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(known, name))
  if (stranger !== undefined) return err({ reason: 'field-unknown', field: `${where}.${stranger.slice(0, 32)}` })
  for (const [name, { test, optional }] of Object.entries(known)) {
    if (!Object.hasOwn(value, name)) {
      if (!optional) return err({ reason: 'field-malformed', field: `${where}.${name}` })
    } else if (!test(value[name])) return err({ reason: 'field-malformed', field: `${where}.${name}` })
  }
  return ok(value as T)
}
