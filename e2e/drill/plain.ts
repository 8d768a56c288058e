import { stripVTControlCharacters } from 'node:util'

/** The most of a text from elsewhere that is shown at once. */
const LONGEST = 300

/**
 * A text that came from a page, a driver or a server, made fit for a line of a terminal, a file or a page: no escape sequences, no control
 * characters, no marks that turn the direction of writing, one line, and an end.
 */
export function plain(text: unknown, longest = LONGEST): string {
  // What is cut off need not be looked through: a page may send megabytes.
  const start = String(text ?? '').slice(0, 20 * longest)
  const line = stripVTControlCharacters(start)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
