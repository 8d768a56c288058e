import type { Realm } from './realm.js'

/** Errors are made to have no stack, or their stacks' length is sealed: whoever does so hides who calls. */
export function stacksDenied(realm: Realm): boolean {
  const limit = Object.getOwnPropertyDescriptor(realm.Error, 'stackTraceLimit')
  return limit !== undefined && (limit.value === 0 || limit.writable === false)
}
