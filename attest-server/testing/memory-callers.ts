import type { Caller, Callers } from '../core/caller.js'

/** Keys of a test, by their secrets. */
export function memoryCallers(keys: Readonly<Record<string, Caller>>): Callers {
  return {
    owner: async (secret, kinds) => {
      const caller = secret !== undefined && Object.hasOwn(keys, secret) ? keys[secret] : undefined
      return caller && kinds.includes(caller.kind) ? caller : undefined
    },
  }
}
