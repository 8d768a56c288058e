import type { Hands } from './hands.js'
import type { Layout } from './rehearsal.js'

/** Looks at the form before reaching for it, in ms. */
const LOOK = 2400

/** Reads down to the form with the wheel; a page whose form is in view at once is looked over and back. */
export async function readDown(hands: Hands, layout: Layout): Promise<void> {
  await hands.glide(layout.article)
  await hands.rest(1200)
  const down = Math.max(layout.notches, 3)
  await hands.scroll(down, 'down')
  await hands.rest(900)
  if (down > layout.notches) await hands.scroll(down - layout.notches, 'up')
  await hands.rest(LOOK)
  await hands.watch()
}
