import { ALPHABET } from '../../shared/base64url.js'
import type { Share } from '../../shared/units.js'

/** Letters of base64url for each number: 30 bits. */
const WIDTH = 5
const RANGE = ALPHABET.length ** WIDTH

/**
 * Numbers that nobody foresees, and the same each time, of a name: the same evidence gets the same answer.
 * @param digest keyed: at least 15 letters of base64url for three numbers
 * @returns three, each at least 0 and less than 1
 */
export function draw(digest: string): readonly [Share, Share, Share] {
  const at = (i: number): Share =>
    [...digest.slice(i * WIDTH, (i + 1) * WIDTH)].reduce((sum, letter) => sum * ALPHABET.length + ALPHABET.indexOf(letter), 0) / RANGE
  return [at(0), at(1), at(2)]
}
