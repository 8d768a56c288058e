import type { Ms } from '../../units.js'
import type { InputEvent } from '../input-event.js'
import type { Emit, Follower, Recent } from './gesture.js'

/** A key press within this time before the text accounts for it, on a slow page too: an `input` event is stamped when it is made. */
const KEYED: Ms = 250
/** What a hand does, or has the browser do: a code that came by message is filled in and sent without a single touch of the page. */
const hands: readonly InputEvent['kind'][] = ['move', 'down', 'up', 'click', 'wheel', 'key-down', 'key-up', 'input']

/** Turns changes of fields into text that was typed or deleted, and submits into sendings. Pasted, filled and composed text is neither. */
export function followText(emit: Emit, recent: Recent): Follower {
  return {
    input({ cause, composing, several, t }) {
      const deletes = cause === 'delete'
      if (composing || (cause !== 'insert' && !deletes)) return
      emit('text', { deletes, several, keyless: !(t - recent['key-down'] <= KEYED) })
    },
    submit(event) {
      emit('sending', { ...event, handless: hands.every((kind) => Number.isNaN(recent[kind])) })
    },
  }
}
