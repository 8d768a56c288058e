import type { Example } from '../http/operation.js'

/** A script that types by the clock into fields whose centres it hits. */
export const scriptEvents = [0, 1, 2].flatMap((field) => {
  const [x, y, t] = [200 + 300 * field, 150, 900 * field + 100]
  const centre = { elem_center_x: x, elem_center_y: y, element_id: `field-${field}` }
  const keys = [1, 2, 3, 4].map((k) => ({ type: 'keydown', key: 'letter', delay_ms: 20, isTrusted: true, timestamp_ms: t + 20 * k }))
  return [{ type: 'click', x, y, ...centre, isTrusted: true, timestamp_ms: t }, ...keys]
})

/** Somebody who fills a form in with the keyboard alone. */
export const personEvents = [182, 97, 143, 311, 88, 204, 126, 419, 151, 93, 268, 117].map((delay_ms, i, delays) => ({
  type: 'keydown',
  key: i % 6 === 5 ? 'nav' : 'letter',
  delay_ms,
  isTrusted: true,
  timestamp_ms: delays.slice(0, i + 1).reduce((sum, delay) => sum + delay, 400),
}))

export const noData: Example = { summary: 'no body', status: 400, response: { error: 'no data' } }

export const noEvents: Example = { summary: 'no events', body: { events: [] }, status: 400, response: { error: 'no events' } }
