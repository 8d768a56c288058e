import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InputEvent, PointerKind } from '../../shared/features/input-event.js'
import type { Ms, Px } from '../../shared/units.js'
import { parseRecording, type RawEvent, type RawRecording } from './parse-recording.js'
import { readLines } from './read-lines.js'

/** One recorded visit, as the data's own README describes it. */
export interface Recording extends Omit<RawRecording, 'events'> {
  readonly duration: Ms
  readonly events: readonly InputEvent[]
}

/**
 * The folder that holds the `.ndjson.gz` (or plain `.ndjson`) files: `data` itself or `behaviour` in it.
 *
 * @param data by default `VOUCHSAFE_DATA`, else `shared/data` beside the repository
 * @returns `undefined` where there is none
 */
export function recordingsFolder(data = process.env.VOUCHSAFE_DATA): string | undefined {
  const root = data ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'data')
  return [join(root, 'behaviour'), root].find((folder) => existsSync(folder) && readdirSync(folder).some(isRecordings))
}

const isRecordings = (name: string): boolean => /\.ndjson(\.gz)?$/.test(name)

/** The files that `readRecordings` reads, in its order: the same on every machine. */
export const recordingsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(isRecordings)
    .sort()
    .map((name) => join(folder, name))

/**
 * Reads every recording of a folder, one at a time.
 *
 * @param onBytes is told how many bytes of the files were read
 * @throws an Error that names file and line where that is not a recording
 */
export async function* readRecordings(folder: string, onBytes?: (count: number) => void): AsyncGenerator<Recording> {
  for (const path of recordingsIn(folder)) {
    let number = 0
    for await (const line of readLines(path, onBytes)) {
      number++
      if (line.trim()) yield toRecording(parseRecording(line, `${path}, line ${number}`))
    }
  }
}

/** As every visit does, it ends with a hidden page: what was under way is over. */
export function toRecording(raw: RawRecording): Recording {
  const { source, label, kind, id, user, device, events } = raw
  const translate = startTranslation(device === 'touch' ? 'touch' : 'mouse')
  const duration = (events.at(-1)?.[1] ?? 0) - (events[0]?.[1] ?? 0)
  const end: InputEvent = { kind: 'hide', trusted: true, t: events.at(-1)?.[1] ?? 0 }
  return { source, label, kind, id, user, device, duration, events: [...events.flatMap((row) => translate(row) ?? []), end] }
}

/** A press number for each key that is down. The data does not say which key: the first pressed of a class is the first released. */
function startPresses(): { down(key: string): number; up(key: string): number | undefined } {
  const held: { key: string; press: number }[] = []
  return {
    down(key) {
      let press = 0
      while (held.some((one) => one.press === press)) press++
      held.push({ key, press })
      return press
    },
    up(key) {
      const index = held.findIndex((one) => one.key === key)
      return index < 0 ? undefined : held.splice(index, 1)[0]!.press
    },
  }
}

/** Height of a window, where scrolling is told in pixels. */
const WINDOW: Px = 800

/** What a recording does not hold is filled with what says nothing: no target (size 0), a mouse's pressure (0.5), no samples, a zoomed page. */
function startTranslation(pointer: PointerKind): (row: RawEvent) => InputEvent | undefined {
  const presses = startPresses()
  const nowhere = { dx: 0, dy: 0, width: 0, height: 0 }
  return ([type, t, x, y, extra]) => {
    const at = { t, trusted: true }
    const point = { ...at, x: x ?? 0, y: y ?? 0, pointer }
    const measured = { ...point, zoomed: true, flush: true }
    const name = extra ?? 'other'
    if (type === 'm') return { ...measured, kind: 'move', samples: 0 }
    if (type === 'd') return { ...measured, kind: 'down', pressure: 0.5, offset: nowhere, touchable: true }
    if (type === 'u') return { ...point, kind: 'up', focused: true }
    if (type === 'c') return { ...at, kind: 'click', sends: false }
    if (type === 's' && extra === 'pos') return { ...at, kind: 'scroll', top: (y ?? 0) / WINDOW, words: Number.NaN }
    if (type === 's') return { ...at, kind: 'wheel', deltaY: 100 * (y ?? 0), legacyDelta: -120 * (y ?? 0), flush: true }
    if (type === 'kd') {
      const rest = {
        modifier: false,
        shifts: false,
        repeat: false,
        upper: false,
        shift: false,
        capsLock: false,
        physical: true,
        composing: false,
      }
      return { ...at, kind: 'key-down', press: presses.down(name), ...rest }
    }
    const press = type === 'ku' ? presses.up(name) : undefined
    return press === undefined ? undefined : { ...at, kind: 'key-up', press }
  }
}
