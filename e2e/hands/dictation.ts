import type { Timed, Timeline } from './timeline.js'
import { keyOf } from './typing.js'

/** From key to key, and how long each is down, in ms: what dictation programs on Linux type with (nerd-dictation and numen use xdotool and dotool). */
const GAP = 12
const HELD = 6

/** What a dictation program types for a text, one timeline for each word that was said: "robin", ".meyer", "@example" … */
export const dictation = (text: string): Timeline[] => (text.match(/[^\w]*\w+/g) ?? []).map(typed)

const typed = (word: string): Timeline =>
  [...word].flatMap((character, i): Timed[] => {
    const { key, shift } = keyOf(character)
    const at = GAP * i
    const stroke: Timed[] = [
      [at + 1, 'key-down', key],
      [at + 1 + HELD, 'key-up', key],
    ]
    return shift ? [[at, 'key-down', 'Shift_L'], ...stroke, [at + 2 + HELD, 'key-up', 'Shift_L']] : stroke
  })
