/** Kinematics as textbooks write them down: over whole arrays, without regard to cost. To hold the features against. */
export interface Trace {
  readonly t: readonly number[]
  readonly x: readonly number[]
  readonly y: readonly number[]
}

const lastIndexOf = (values: readonly number[], holds: (value: number, i: number) => boolean) =>
  values.reduce((last, value, i) => (holds(value, i) ? i : last), -1)
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
export const average = (values: readonly number[]) => sum(values) / values.length
const differences = (values: readonly number[]) => values.slice(1).map((value, i) => value - values[i]!)
const lengthsOf = ({ x, y }: Trace) => differences(x).map((dx, i) => Math.hypot(dx, differences(y)[i]!))

export const chordOf = ({ x, y }: Trace) => Math.hypot(x.at(-1)! - x[0]!, y.at(-1)! - y[0]!)
export const lengthOf = (trace: Trace) => sum(lengthsOf(trace))

/** Distance of each point from the line through the ends, by its unit normal. */
export function deviationsOf(trace: Trace): number[] {
  const { x, y } = trace
  const [nx, ny] = [-(y.at(-1)! - y[0]!) / chordOf(trace), (x.at(-1)! - x[0]!) / chordOf(trace)]
  return x.map((px, i) => (px - x[0]!) * nx + (y[i]! - y[0]!) * ny)
}

/** Linear interpolation at even times, about 20 ms apart. */
export function spaced({ t, x, y }: Trace): Trace {
  const duration = t.at(-1)! - t[0]!
  const count = Math.max(5, Math.round(duration / 20) + 1)
  const times = Array.from({ length: count }, (_, i) => t[0]! + (i * duration) / (count - 1))
  const at = (values: readonly number[]) => (time: number) => {
    const next = t.findIndex((one) => one >= time - 1e-9)
    const j = Math.max(1, next < 0 ? t.length - 1 : next)
    return values[j - 1]! + ((time - t[j - 1]!) / (t[j]! - t[j - 1]!)) * (values[j]! - values[j - 1]!)
  }
  return { t: times, x: times.map(at(x)), y: times.map(at(y)) }
}

/** Binomial smoothing of five points, with the trace carried on beyond its ends by point reflection. */
export function smoothed(trace: Trace): Trace {
  const smooth = (values: readonly number[]) => {
    const [first, last] = [values[0]!, values.at(-1)!]
    const before = [values[2]!, values[1]!].map((value) => 2 * first - value)
    const after = [values.at(-2)!, values.at(-3)!].map((value) => 2 * last - value)
    const padded = [...before, ...values, ...after]
    return values.map((_, i) => sum([1, 4, 6, 4, 1].map((weight, k) => (weight / 16) * padded[i + k]!)))
  }
  return { t: trace.t, x: smooth(trace.x), y: smooth(trace.y) }
}

export const speedsOf = (trace: Trace) => lengthsOf(trace).map((length) => length / (trace.t[1]! - trace.t[0]!))

/** ln(T³ ⁄ v² · ∫ (v″)² dt), the integral as a sum. */
export function logDimensionlessJerk(speeds: readonly number[], spacing: number, duration: number): number {
  const second = differences(differences(speeds)).map((change) => change / spacing ** 2)
  const integral = sum(second.map((value) => value ** 2)) * spacing
  return Math.log((duration ** 3 / Math.max(...speeds) ** 2) * integral)
}

/** Arc length of the normalised amplitude spectrum up to 10 Hz, or to where it falls below 5 % for good. */
export function spectralArcLength(speeds: readonly number[], spacing: number): number {
  const amplitude = (hertz: number) => {
    const angle = (i: number) => (2 * Math.PI * hertz * i * spacing) / 1000
    return Math.hypot(sum(speeds.map((v, i) => v * Math.cos(angle(i)))), sum(speeds.map((v, i) => v * Math.sin(angle(i)))))
  }
  const spectrum = Array.from({ length: 41 }, (_, k) => amplitude(k / 4) / amplitude(0))
  const last = Math.max(
    1,
    lastIndexOf(spectrum, (value) => value >= 0.05),
  )
  return sum(differences(spectrum.slice(0, last + 1)).map((rise) => Math.sqrt((1 / last) ** 2 + rise ** 2)))
}

/** −ln(A ⁄ B) by its definition: templates of 2 and 3, tolerance 0.2 deviations, over the same places. */
export function sampleEntropy(values: readonly number[]): number {
  const mean = average(values)
  const tolerance = 0.2 * Math.sqrt(average(values.map((value) => (value - mean) ** 2)))
  const matches = (m: number) => {
    const templates = values.slice(0, values.length - 2).map((_, i) => values.slice(i, i + m))
    const alike = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((value, k) => Math.abs(value - b[k]!))) <= tolerance
    return sum(templates.map((a, i) => templates.slice(i + 1).filter((b) => alike(a, b)).length))
  }
  return -Math.log(matches(3) / matches(2))
}

/** Least-squares slope of ln v on ln κ, by central differences. */
export function powerLawSlope({ x, y }: Trace, spacing: number): number {
  const inner = x.slice(1, -1).map((_, i) => i + 1)
  const first = (values: readonly number[], i: number) => (values[i + 1]! - values[i - 1]!) / (2 * spacing)
  const second = (values: readonly number[], i: number) => (values[i + 1]! - 2 * values[i]! + values[i - 1]!) / spacing ** 2
  const pairs = inner.flatMap((i) => {
    const speed = Math.hypot(first(x, i), first(y, i))
    const curvature = Math.abs(first(x, i) * second(y, i) - first(y, i) * second(x, i)) / speed ** 3
    return speed > 0.05 && curvature > 1e-4 ? [[Math.log(curvature), Math.log(speed)] as const] : []
  })
  const [a, b] = [average(pairs.map(([bend]) => bend)), average(pairs.map(([, pace]) => pace))]
  return sum(pairs.map(([bend, pace]) => (bend - a) * (pace - b))) / sum(pairs.map(([bend]) => (bend - a) ** 2))
}

/** The share of samples, of those after the last that is further than 15 % of the chord from the end. */
export function timeNearEnd(trace: Trace): number {
  const { x, y } = spaced(trace)
  const far = lastIndexOf(x, (px, i) => Math.hypot(px - x.at(-1)!, y[i]! - y.at(-1)!) > 0.15 * chordOf(trace))
  return (x.length - 1 - Math.max(0, far)) / (x.length - 1)
}

/** Root mean square of the deviation from the chord, less its mean over 15 samples, smoothed by 1 2 1. */
export function tremor(trace: Trace): number {
  const deviations = deviationsOf(spaced(trace))
  const swings = deviations.slice(7, -7).map((_, k) => {
    const i = k + 7
    const fast = (deviations[i - 1]! + 2 * deviations[i]! + deviations[i + 1]!) / 4
    return (fast - average(deviations.slice(i - 7, i + 8))) ** 2
  })
  return Math.sqrt(average(swings))
}
