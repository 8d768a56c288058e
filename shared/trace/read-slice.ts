import { err, ok, type Result } from '../result.js'
import { type Before, EIGHTHS, MAX_LATE, MAX_SILENCE, MAX_SLICE_BYTES, MAX_SLICE_TIME, MAX_WAY, type Sample, type Slice } from './slice.js'
import { hasPlace, traceKinds } from './trace-kinds.js'
import { type Reader, startReading, toSigned } from './varint.js'

const isWay = (way: number): boolean => Math.abs(way) <= MAX_WAY

/** @returns undefined where it is none */
function readBefore(reader: Reader): { readonly before: Before; readonly isFine: boolean } | undefined {
  const [age, lateness, dx, dy] = [reader.nextSigned(), reader.next(), reader.nextSigned() / EIGHTHS, reader.nextSigned() / EIGHTHS]
  const late = Math.floor(lateness / 2)
  if (!(Math.abs(age) <= MAX_LATE && late <= MAX_LATE && isWay(dx) && isWay(dy))) return undefined
  return { before: { age, late, dx, dy }, isFine: lateness % 2 === 1 }
}

/** @param unit of a px, how many @returns undefined where it is none */
function readSample(reader: Reader, silence: number, unit: number): Sample | undefined {
  const first = reader.next()
  const dt = toSigned(Math.floor(first / 2))
  const number = first % 2 ? reader.next() : 0
  const kind = traceKinds[number]
  if (!(dt >= -MAX_LATE && dt <= silence) || !kind || (first % 2 && !number)) return undefined
  if (!hasPlace(number)) return { kind, dt, dx: 0, dy: 0 }
  const [dx, dy] = [reader.nextSigned() / unit, reader.nextSigned() / unit]
  return isWay(dx) && isWay(dy) ? { kind, dt, dx, dy } : undefined
}

/** Strict: one slice has one spelling. @returns at least one sample, no more than `MAX_SLICE_BYTES` hold, and all within `MAX_SLICE_TIME` of the first */
export function readSlice(bytes: Uint8Array): Result<Slice, 'slice-malformed'> {
  if (bytes.length > MAX_SLICE_BYTES) return err('slice-malformed')
  const reader = startReading(bytes)
  const begun = readBefore(reader)
  if (!begun) return err('slice-malformed')
  const samples: Sample[] = []
  let left = MAX_SLICE_TIME
  do {
    const sample = readSample(reader, samples.length ? left : MAX_SILENCE, begun.isFine ? EIGHTHS : 1)
    if (!sample) return err('slice-malformed')
    if (samples.length) left -= sample.dt
    samples.push(sample)
  } while (!reader.isDone())
  return ok({ ...begun, samples })
}
