/** Numbers that pages post of a visit (BOT-17), as far as they are kept: sizes and counts, never what was done. */
const largest = [
  'mouse_moves',
  'pointer_moves',
  'scroll_events',
  'click_events',
  'key_events',
  'visibility_changes',
  'total_ms',
  'visible_ms',
  'max_touch_points',
  'coarse_pointer',
  'scroll_velocity',
  'first_input_delay_ms',
] as const
const smallest = ['time_to_first_input_ms'] as const
/** What a probe of the page found: seen once, it stays. */
const anyTrue = ['webdriver', 'headless', 'headless_ua', 'zero_viewport', 'missing_plugins', 'navigator_anomaly'] as const

type Numeric = (typeof largest | typeof smallest)[number]
type Flag = (typeof anyTrue)[number] | 'js_passed'

/** One event's payload, checked by its schema; what is not here is not kept. */
export type Payload = Readonly<
  Partial<Record<Numeric | 'mouse_entropy' | 'entropy' | 'samples', number | null | undefined> & Record<Flag, boolean | null | undefined>>
>

/** What is known of all events of a visit together. A name that is missing is unknown. */
export interface SessionSums extends Readonly<Partial<Record<Numeric, number> & Record<Flag, boolean>>> {
  /** Disorder of pointer movement, 0 to 1, where most movement stood behind it: `[moves, entropy]`. */
  readonly entropy?: readonly [number, number]
}

const known = (value: number | null | undefined): value is number => typeof value === 'number'

/** The quickstart's names (BOT-18) beside the schema's. */
function entropyOf({ mouse_entropy, entropy, mouse_moves, pointer_moves, samples }: Payload): readonly [number, number] | undefined {
  const value = mouse_entropy ?? entropy
  return known(value) ? [mouse_moves ?? pointer_moves ?? samples ?? 0, value] : undefined
}

const isAbove = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])

type Mutable = { -readonly [K in keyof SessionSums]: SessionSums[K] }

/** What one event says, of what is kept. */
export function sumsOf(payload: Payload): SessionSums {
  const sums: Mutable = {}
  const given: Payload = { ...payload, mouse_moves: payload.mouse_moves ?? payload.samples ?? null }
  for (const name of [...largest, ...smallest]) if (known(given[name])) sums[name] = given[name]
  for (const name of [...anyTrue, 'js_passed'] as const) if (typeof given[name] === 'boolean') sums[name] = given[name]
  const entropy = entropyOf(given)
  return entropy ? { ...sums, entropy } : sums
}

/**
 * Both together. Of each number the largest counts, whether pages post totals or what is new: an event that comes twice, late or out of
 * order changes nothing, and too little data is never taken for more.
 */
export function mergeSums(a: SessionSums, b: SessionSums): SessionSums {
  const sums: Mutable = { ...a, ...b }
  for (const name of largest) if (known(a[name]) && known(b[name])) sums[name] = Math.max(a[name], b[name])
  for (const name of smallest) if (known(a[name]) && known(b[name])) sums[name] = Math.min(a[name], b[name])
  for (const name of anyTrue) if (a[name] === true) sums[name] = true
  if (a.js_passed === false) sums.js_passed = false
  if (a.entropy && (!b.entropy || isAbove(a.entropy, b.entropy))) sums.entropy = a.entropy
  return sums
}
