import type { Recent } from './gesture.js'

/** Nothing has happened yet. */
export function startRecent(): Recent {
  const never = Number.NaN
  return {
    ...{ move: never, down: never, up: never, click: never, wheel: never, scroll: never },
    ...{ 'key-down': never, 'key-up': never, char: never, input: never, focus: never, hide: never, submit: never },
  }
}
