import { description } from '../requests.mjs'

/**
 * A server that listens, and the keys that are good there.
 *
 * @typedef {object} Listening
 * @property {string} url
 * @property {string} siteKey
 * @property {string} privateKey
 * @property {readonly string[]} scoreKeys each may ask 3,000 times a minute
 * @property {readonly string[]} accountTokens the owner's, each of which may ask 600 times a minute
 */

/** Visits that are asked for, in turns. */
const SESSIONS = 1_000

/** As a page's browser sends it: whoever looks like a library is no usual visitor. */
const BROWSER = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  Accept: '*/*',
  'Accept-Language': 'en-US,en;q=0.9',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  Origin: 'https://shop.example',
}

/** Names that are used once. */
let next = 0

/** @param {string} first line @param {Readonly<Record<string, string>>} headers */
const request = (first, headers, body = '') =>
  [`${first} HTTP/1.1`, ...Object.entries({ Host: 'localhost', ...headers }).map((header) => header.join(': ')), '', body].join('\r\n')

/** @param {string} path @param {string} body @param {Readonly<Record<string, string>>} headers */
const post = (path, body, headers) =>
  request(`POST ${path}`, { ...headers, 'Content-Type': 'application/json', 'Content-Length': `${Buffer.byteLength(body)}` }, body)

/** A number of 0 to `most` that is the same in every run. @param {number} i @param {number} most */
const mixed = (i, most) => (i * 7919) % most

/** Three events of a visit. @param {Listening} server @param {number} i which one */
export function events({ siteKey }, i) {
  const payload = { entropy: 0.4, samples: 100 + i, scroll_velocity: 500, scroll_events: 20, click_events: 3 }
  const event = () => ({ request_id: `r${next++}`, type: 'mouse', received_at: '2026-11-21T12:00:00Z', payload })
  const body = { session_token: `sess_${mixed(i, SESSIONS)}`, events: [event(), event(), event()] }
  return post('/v1/events', JSON.stringify(body), { ...BROWSER, 'X-Botect-Site-Key': siteKey })
}

/** All visits, once. @param {Listening} server */
export const allEvents = (server) => Array.from({ length: SESSIONS }, (_, i) => events(server, i))

/** A backend asks about a visitor: each second time for a page that was not asked for before. @param {Listening} server @param {number} i */
export function verdict({ privateKey }, i) {
  const path = i % 2 ? `/item/${next++}` : '/hot'
  const query = new URLSearchParams({ path, ip: '203.0.113.7', country: 'DE' })
  const headers = { Authorization: `Bearer ${privateKey}`, Accept: 'application/json' }
  return request(`GET /v1/sessions/sess_${mixed(i, SESSIONS)}/verdict?${query}`, headers)
}

/** Each describes another visit. @param {Listening} server @param {number} i */
export const score = ({ scoreKeys }, i) => post('/score', description(7 * next++), { 'X-API-Key': scoreKeys[i % scoreKeys.length] ?? '' })
