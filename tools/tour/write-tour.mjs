import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBots } from './read-bots.mjs'
import { readFacts } from './read-facts.mjs'
import { readBackend } from './read-places.mjs'

/**
 * Writes what the demo's tour says of bots and of code, read from their sources: nothing of it is kept by hand.
 *
 * @param {string} demo the demo's folder in the build
 */
export function writeTour(demo) {
  writeFileSync(join(demo, 'tour.json'), JSON.stringify({ bots: readBots(), facts: readFacts(), backend: readBackend() }))
}
