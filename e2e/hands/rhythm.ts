import type { Recording } from './recordings.js'

/** One recorded keystroke, in ms. */
export interface Beat {
  /** From the press before to this press; 0 for the first. */
  readonly gap: number
  /** From press to release. */
  readonly dwell: number
}

/** How a person holds Shift around a capital, in ms. */
export interface ShiftHold {
  /** From Shift's press to the letter's. */
  readonly lead: number
  /** From the letter's press to Shift's release. */
  readonly tail: number
}

/** How a person types: keystrokes in the order they were made (Shift and corrections left out), and how Shift goes with them. */
export interface Rhythm {
  readonly beats: readonly Beat[]
  readonly shifts: readonly ShiftHold[]
}

interface Keystroke {
  readonly press: number
  readonly release: number
  readonly key: string
}

/** A longer pause is thinking about the sentence, not typing, in ms. */
const THINKING = 1500

/** @throws when the person's recordings hold no use of Shift: they are no model for a password. */
export function rhythmOf(recordings: readonly Recording[]): Rhythm {
  const sentences = recordings.map(keystrokesOf)
  const shifts = sentences.flatMap(openingShift)
  if (shifts.length === 0) throw new Error('this typist never used Shift')
  return { beats: sentences.flatMap(beatsOf), shifts }
}

/** Pairs presses with releases. The key is not kept in the data, only its class: the oldest open press of that class is the one released. */
function keystrokesOf({ events }: Recording): Keystroke[] {
  const done: Keystroke[] = []
  const open: { press: number; key: string }[] = []
  for (const [type, t, , , key = 'other'] of events) {
    if (type === 'kd') open.push({ press: t, key })
    const at = type === 'ku' ? open.findIndex((one) => one.key === key) : -1
    if (at >= 0) done.push({ ...open.splice(at, 1)[0]!, release: t })
  }
  return done.sort((a, b) => a.press - b.press)
}

/** Sentences begin with a capital: a first key that is no letter and is still down when the letter comes is Shift. */
function openingShift([first, second]: readonly Keystroke[]): ShiftHold[] {
  const held = first?.key === 'other' && second?.key === 'letter' && first.release > second.press
  return held ? [{ lead: second.press - first.press, tail: first.release - second.press }] : []
}

function beatsOf(sentence: readonly Keystroke[]): Beat[] {
  const plain = openingShift(sentence).length > 0 ? sentence.slice(1) : sentence
  const beats = plain.map(({ press, release, key }, i) => ({ gap: press - (plain[i - 1]?.press ?? press), dwell: release - press, key }))
  return beats.filter(({ gap, dwell, key }) => key !== 'backspace' && gap <= THINKING && dwell <= 400)
}
