import type { Chooser } from './chooser.js'
import type { Beat, Rhythm } from './rhythm.js'
import { inOrder, type Timed, type Timeline } from './timeline.js'

/** X keysym and Shift for the characters of a US keyboard that are not their own keysym. */
const SHIFTED: Readonly<Record<string, string>> = { '@': '2', '!': '1', _: 'minus' }
const NAMED: Readonly<Record<string, string>> = { '.': 'period', '-': 'minus', ' ': 'space' }

interface TypedKey {
  readonly key: string
  readonly shift: boolean
  readonly press: number
  readonly release: number
}

/** The text typed in a person's rhythm, a stretch of their recorded keystrokes: dwell, gaps and overlaps as they were. */
export function typing(text: string, rhythm: Rhythm, chooser: Chooser): Timeline {
  const from = Math.floor(chooser.between(0, Math.max(0, rhythm.beats.length - text.length)))
  const typed = keysOf(text, rhythm.beats.slice(from, from + text.length))
  const keys = typed.flatMap((stroke, i): Timed[] => [
    [stroke.press, 'key-down', stroke.key],
    [releaseOf(typed, i), 'key-up', stroke.key],
  ])
  const operations = [...keys, ...shiftsOf(typed, rhythm, chooser)]
  const ordered = inOrder(operations)
  const start = ordered[0]?.[0] ?? 0
  return ordered.map(([t, ...operation]) => [t - start, ...operation])
}

function keysOf(text: string, beats: readonly Beat[]): TypedKey[] {
  let press = 0
  return [...text].map((character, i) => {
    const beat = beats[i % beats.length]!
    if (i > 0) press += Math.max(beat.gap, 20)
    return { ...keyOf(character), press, release: press + beat.dwell }
  })
}

/** The X keysym of a character on a US keyboard, and whether Shift is held for it. */
export function keyOf(character: string): { key: string; shift: boolean } {
  const shifted = SHIFTED[character] ?? (/[A-Z]/.test(character) ? character.toLowerCase() : undefined)
  return { key: shifted ?? NAMED[character] ?? character, shift: shifted !== undefined }
}

/** A key must be up before it goes down again; the recording did not type the same letters. */
function releaseOf(typed: readonly TypedKey[], i: number): number {
  const { key, release } = typed[i]!
  const again = typed.slice(i + 1).find((later) => later.key === key)
  return again ? Math.min(release, again.press - 10) : release
}

/**
 * Shift goes down after the key before and comes up before the key after, however long this person held it in the recording. One hold
 * serves all capitals in a row.
 */
function shiftsOf(typed: readonly TypedKey[], { shifts }: Rhythm, chooser: Chooser): Timed[] {
  return typed.flatMap(({ shift, press }, i): Timed[] => {
    if (!shift) return []
    const { lead, tail } = chooser.pick(shifts)
    const before = typed[i - 1]
    const after = typed[i + 1]
    const down = Math.max(press - lead, before ? before.press + 0.3 * (press - before.press) : -Infinity)
    const up = Math.min(press + tail, after ? press + 0.8 * (after.press - press) : Infinity)
    return [
      ...(before?.shift ? [] : [[down, 'key-down', 'Shift_L'] as Timed]),
      ...(after?.shift ? [] : [[up, 'key-up', 'Shift_L'] as Timed]),
    ]
  })
}
