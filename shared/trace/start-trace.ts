import type { InputEvent } from '../features/input-event.js'
import type { Ms, Px } from '../units.js'
import {
  type Before,
  EIGHTHS,
  MAX_LATE,
  MAX_SILENCE,
  MAX_SLICE_BYTES,
  MAX_SLICE_TIME,
  MAX_SLICES,
  MAX_WAY,
  NOTHING_BEFORE,
} from './slice.js'
import { type TraceKind, traceKinds } from './trace-kinds.js'
import { addSums, STEPS, type Summing, samplesIn, startSumming, type TraceSums } from './trace-sums.js'
import { MOST_SAMPLE_BYTES, writeBefore, writeSample } from './write-slice.js'

/** What is committed to: a slice, or all that were forgotten. */
export interface TraceLeaf {
  /** None of those that were forgotten. */
  readonly bytes: Uint8Array
  readonly sums: TraceSums
}

export interface Trace {
  /** @param isStep the features have counted it as a step */
  push(event: InputEvent, isStep: boolean): void
  /** Events were dropped here: the features know nothing of where the mouse was. */
  lose(): void
  /** Ends the slice that is being written. @returns all that is kept until now, `MAX_SLICES` at most; those that were forgotten first, as one */
  end(): readonly TraceLeaf[]
}

interface Kept extends TraceLeaf {
  /** Steps before all else. */
  readonly worth: number
}

interface Writing extends Summing {
  readonly isFine: boolean
  readonly bytes: number[]
  /** Since the slice's first sample. */
  time: Ms
}

/** 0 where one of them is unknown. */
const between = (from: number, to: number, least: number, most: number): number => Math.max(least, Math.min(most, to - from)) || 0

const toEighth = (place: Px): Px => Math.round(EIGHTHS * place) / EIGHTHS

/** Keeps what the visitor did, in slices: bounded, and without a place or a time that is not relative to the one before. */
export function startTrace(): Trace {
  let kept: readonly Kept[] = []
  let forgotten: TraceSums | undefined
  let writing: Writing | undefined
  let before: Before = NOTHING_BEFORE
  const last = { t: Number.NaN, x: Number.NaN, y: Number.NaN }
  /** The last move of the mouse that went anywhere, to the last bit. */
  const mouse = { t: Number.NaN, x: Number.NaN, y: Number.NaN }
  const sample = { kind: 'move' as TraceKind, dt: 0, dx: 0, dy: 0 }

  const end = () => {
    if (!writing) return
    const sums = [...writing.sums]
    before = writing.last
    kept = [...kept, { bytes: Uint8Array.from(writing.bytes), sums, worth: MAX_SLICE_BYTES * sums[STEPS]! + samplesIn(sums) }]
    writing = undefined
    while (kept.length + Number(forgotten !== undefined) > MAX_SLICES) forget()
  }
  /** The poorest, so that there is much to be shown; never the newest, which has only begun. */
  const forget = () => {
    const poorest = kept.slice(0, -1).reduce((least, one) => (one.worth < least.worth ? one : least))
    forgotten = forgotten ? addSums(forgotten, poorest.sums) : poorest.sums
    kept = kept.filter((one) => one !== poorest)
  }
  const begin = (isFine: boolean): Writing => {
    const bytes: number[] = []
    writeBefore(bytes, before, isFine)
    return { ...startSumming(before), isFine, bytes, time: 0 }
  }
  const hasRoom = ({ bytes, time }: Writing) => bytes.length <= MAX_SLICE_BYTES - MOST_SAMPLE_BYTES && time + sample.dt <= MAX_SLICE_TIME
  const write = () => {
    const isFine = sample.dx % 1 !== 0 || sample.dy % 1 !== 0
    if (writing && hasRoom(writing) && isFine <= writing.isFine) writing.time += sample.dt
    else {
      end()
      writing = begin(isFine)
    }
    writeSample(writing.bytes, sample, writing.isFine)
    writing.add(sample)
  }
  const move = (x: Px, y: Px) => {
    sample.dx = between(last.x, x, -MAX_WAY, MAX_WAY)
    sample.dy = between(last.y, y, -MAX_WAY, MAX_WAY)
    last.x = x
    last.y = y
  }

  return {
    push(event, isStep) {
      // Who sent, left or came back is not of a hand, and which letter was typed least of all.
      if (!event.trusted || !(traceKinds as readonly string[]).includes(event.kind)) return
      sample.kind = isStep ? 'step' : (event.kind as TraceKind)
      const t = Math.round(event.t)
      sample.dt = between(last.t, t, -MAX_LATE, MAX_SILENCE)
      last.t = t
      sample.dx = sample.dy = 0
      if ('x' in event) {
        const { x, y } = event
        if (event.kind === 'move' && event.pointer === 'mouse') {
          if (!isStep && (event.t === mouse.t || (x === mouse.x && y === mouse.y))) sample.kind = 'still'
          mouse.t = event.t
          mouse.x = x
          mouse.y = y
        }
        if (sample.kind !== 'still') move(toEighth(x), toEighth(y))
      }
      write()
    },
    lose() {
      mouse.t = mouse.x = Number.NaN
    },
    end() {
      end()
      return forgotten ? [{ bytes: new Uint8Array(), sums: forgotten }, ...kept] : kept
    },
  }
}
