import { ALPHABET } from '../base64url.js'

/** What a feature's code is written in. A build in a dialect of its own has another order of the same letters here. */
export const LETTERS = ALPHABET
