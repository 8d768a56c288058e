import { randomUUID } from 'node:crypto'

type Payload = Readonly<Record<string, unknown>>

export interface BotectEvent {
  readonly request_id: string
  readonly type: string
  readonly received_at: string
  readonly payload: Payload
}

/** An event as the browser's script sends it, of now, under an id of its own. */
export const botectEvent = (type: string, payload: Payload): BotectEvent => ({
  request_id: randomUUID(),
  type,
  received_at: new Date().toISOString(),
  payload,
})

/** Somebody who read a page for twenty seconds with a mouse in hand. */
export const humanEvents = (): BotectEvent[] => [
  botectEvent('page', { collector_version: '1.4.0', page_path_hash: '9f86d081884c7d65', languages: ['de-DE', 'en'] }),
  botectEvent('js_probe', {
    js_passed: true,
    webdriver: false,
    headless: false,
    headless_ua: false,
    zero_viewport: false,
    missing_plugins: false,
    navigator_anomaly: false,
  }),
  botectEvent('first_input', { first_input_delay_ms: 8, time_to_first_input_ms: 1840 }),
  botectEvent('mouse', { mouse_entropy: 0.81, mouse_moves: 312, pointer_moves: 312, click_events: 4, pointer_types: ['mouse'] }),
  botectEvent('scroll', { scroll_velocity: 620, scroll_events: 48, scroll_max_depth_pct: 74 }),
  botectEvent('visibility', { visibility_changes: 1, visible_ms: 19_400, total_ms: 21_800 }),
]

/** A driven browser without a window that filled in a form by the clock. */
export const botEvents = (): BotectEvent[] => [
  botectEvent('page', { collector_version: '1.4.0', page_path_hash: '9f86d081884c7d65', languages: [] }),
  botectEvent('js_probe', {
    js_passed: false,
    webdriver: true,
    headless: true,
    headless_ua: true,
    zero_viewport: true,
    missing_plugins: true,
    navigator_anomaly: true,
  }),
  botectEvent('first_input', { first_input_delay_ms: 0, time_to_first_input_ms: 3 }),
  botectEvent('mouse', { mouse_entropy: 0, mouse_moves: 40, pointer_moves: 40, click_events: 30, pointer_types: ['mouse'] }),
  botectEvent('scroll', { scroll_velocity: 900_000, scroll_events: 2, scroll_max_depth_pct: 100 }),
  botectEvent('visibility', { visibility_changes: 0, visible_ms: 400, total_ms: 400 }),
]

/** Nothing but a probe that failed. */
export const failedProbe = (): BotectEvent[] => [botectEvent('js_probe', { js_passed: false })]
