export type LabEvent = Readonly<Record<string, unknown>>

/** Numbers that look thrown and are the same each time: from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a script reads of an ordinary Chrome on Windows. */
const humanBrowser = {
  webdriver: false,
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  platform: 'Win32',
  language: 'de-DE',
  languages: ['de-DE', 'en'],
  maxTouchPoints: 0,
  hardwareConcurrency: 8,
  deviceMemory: 8,
  plugins: 5,
  screen: { width: 1920, height: 1080, colorDepth: 24 },
  timezone: 'Europe/Berlin',
} as const

const trusted = { isTrusted: true } as const

/** A hand's way: it starts fast, brakes slowly, bends, trembles and passes its target a little. */
function handStroke(from: readonly [number, number], to: readonly [number, number], start: number, random: () => number): LabEvent[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const steps = 38 + Math.floor(random() * 16)
  const bend = (random() - 0.5) * 0.36
  let t = start
  return Array.from({ length: steps }, (_, i) => {
    const s = ((i + 1) / steps) ** 0.72
    const way = s * s * s * (10 - 15 * s + 6 * s * s) * (1 + 0.05 * Math.sin(Math.PI * s))
    const side = bend * Math.sin(Math.PI * s)
    const tremor = () => Math.sin(i * 1.1) * 0.7 + (random() - 0.5) * 1.4
    t += 13 + random() * 9
    const x = Math.round((from[0] + dx * way - dy * side + tremor()) * 10) / 10
    const y = Math.round((from[1] + dy * way + dx * side + tremor()) * 10) / 10
    return { type: 'mousemove', x, y, ...trusted, timestamp_ms: Math.round(t) }
  })
}

function typedByHand(words: string, start: number, random: () => number): LabEvent[] {
  let t = start
  return [...words].map((key, i) => {
    // Words are bursts; between them one thinks.
    const delay = Math.round(Math.exp(4.75 + (random() + random() + random() - 1.5) * 0.62) * (key === ' ' ? 1.9 : 1))
    t += delay
    return { type: 'keydown', key: i % 17 === 16 ? 'Backspace' : key, delay_ms: i === 0 ? 0 : delay, ...trusted, timestamp_ms: t }
  })
}

function scrolledByHand(start: number, random: () => number): LabEvent[] {
  let [t, top] = [start, 0]
  return Array.from({ length: 18 }, (_, i) => {
    const delta = [53, 100, 120, 87, 40][Math.floor(random() * 5)] ?? 100
    const pause = Math.round(i % 6 === 5 ? 900 + random() * 2600 : 28 + random() * 160)
    top += delta
    t += pause
    return { type: 'scroll', delta_y: delta, delta_mode: 0, pause_after_ms: pause, scroll_y: top, ...trusted, timestamp_ms: t }
  })
}

const timeOf = (events: readonly LabEvent[]): number => Number(events.at(-1)?.timestamp_ms ?? 0)

/** Somebody reads a page, fills in a form with mouse and keyboard, and corrects what they mistyped. */
export function humanLabEvents(): LabEvent[] {
  const random = dice(20_231)
  const events: LabEvent[] = [
    { type: 'page_enter', page: '/contact', word_count: 180, timestamp_ms: 0 },
    { type: 'fingerprint', data: humanBrowser, timestamp_ms: 40 },
    ...scrolledByHand(700, random),
  ]
  let at: readonly [number, number] = [640, 420]
  const targets: readonly (readonly [number, number])[] = [
    [310, 240],
    [334, 318],
    [402, 396],
    [560, 512],
    [280, 604],
    [470, 660],
  ]
  for (const [i, [x, y]] of targets.entries()) {
    const [aimX, aimY] = [x + (random() - 0.5) * 46, y + (random() - 0.5) * 14]
    events.push(...handStroke(at, [aimX, aimY], timeOf(events) + 350 + random() ** 3 * 14_000, random))
    const element = { element_id: `field-${i}` }
    events.push({ type: 'hover', ...element, ...trusted, timestamp_ms: timeOf(events) + 20 })
    const centre = { elem_center_x: x, elem_center_y: y }
    const place = { x: Math.round(aimX), y: Math.round(aimY) }
    events.push({
      type: 'click',
      ...place,
      ...centre,
      ...element,
      ...trusted,
      timestamp_ms: Math.round(timeOf(events) + 110 + random() * 160),
    })
    events.push(...typedByHand('hello there from berlin', timeOf(events) + 240 + Math.round(random() * 300), random))
    at = [aimX, aimY]
  }
  return [...events, { type: 'page_leave', page: '/contact', timestamp_ms: timeOf(events) + 1200 }]
}

/** The same visit without a pointer: somebody who uses the keyboard alone. */
export const keyboardLabEvents = (): LabEvent[] =>
  humanLabEvents().filter(({ type }) => !['mousemove', 'hover', 'click', 'scroll'].includes(String(type)))

/** A program that works on without a pause: straight ways, every centre met, a thousand letters a second, no way back. */
export function agentLabEvents(rounds = 56): LabEvent[] {
  const events: LabEvent[] = [
    { type: 'page_enter', page: '/contact', word_count: 900, timestamp_ms: 0 },
    { type: 'fingerprint', data: { webdriver: true, maxTouchPoints: 0, plugins: 0, languages: [] }, timestamp_ms: 1 },
  ]
  let [x, y] = [100, 100]
  for (let i = 0; i < rounds; i++) {
    const start = 10 + 120 * i
    const [toX, toY] = [100 + 80 * ((i * 3) % 7), 100 + 60 * ((i * 2) % 5)]
    for (let k = 1; k <= 5; k++) {
      const way = k / 5
      events.push({ type: 'mousemove', x: x + (toX - x) * way, y: y + (toY - y) * way, ...trusted, timestamp_ms: start + 10 * k })
    }
    const centre = { elem_center_x: toX, elem_center_y: toY, element_id: `field-${i % 7}` }
    events.push({ type: 'click', x: toX, y: toY, ...centre, ...trusted, timestamp_ms: start + 60 })
    for (let k = 1; k <= 8; k++) events.push({ type: 'keydown', key: 'a', delay_ms: 1, ...trusted, timestamp_ms: start + 70 + k })
    ;[x, y] = [toX, toY]
  }
  return events
}
