import { randomBytes } from 'node:crypto'

/** Keeps things for a few minutes under names that nobody can guess. */
export interface Shelf<Value> {
  /** @returns the name under which `read` finds it. */
  put(value: Value): string
  read(name: string | undefined): Value | undefined
}

const TEN_MINUTES = 600_000

/** @param capacity how many things there can be; the oldest makes room. @param clock in ms. */
export function createShelf<Value>(capacity = 1000, clock: () => number = Date.now): Shelf<Value> {
  const things = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    put(value) {
      const name = randomBytes(16).toString('base64url')
      things.set(name, { value, until: clock() + TEN_MINUTES })
      if (things.size > capacity) things.delete(things.keys().next().value!)
      return name
    },
    read(name = '') {
      const thing = things.get(name)
      if (thing && thing.until > clock()) return thing.value
      things.delete(name)
      return undefined
    },
  }
}
