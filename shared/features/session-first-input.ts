import type { Feature } from './feature.js'

/** When the first press, key or wheel came, in ms on the page's clock (from the start of navigation). Looking takes time; text may come by itself. */
export const sessionFirstInput = {
  id: 'input.session-first-input',
  hears: ['down', 'key-down', 'wheel'],
  needs: {},
  range: [0, 86_400_000],
  start() {
    let first = Number.NaN
    return {
      push({ t }) {
        if (Number.isNaN(first)) first = t
      },
      read: () => first,
    }
  },
} as const satisfies Feature
