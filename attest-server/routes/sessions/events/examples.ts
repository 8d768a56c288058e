import type { Example } from '../../http/operation.js'

const event = {
  request_id: '5f0e8a54-6f0c-4c3d-9a55-0c1d3f4ab001',
  type: 'mouse',
  received_at: '2026-11-21T12:00:00.000Z',
  payload: { mouse_entropy: 0.74, mouse_moves: 128 },
}

export const eventExamples: readonly Example[] = [
  {
    summary: 'first contact',
    headers: { 'idempotency-key': '2a3cbb0e-93f3-4f3e-a1f8-5c1f1d2c9a10' },
    body: { session_token: null, events: [event] },
    status: 202,
  },
  {
    summary: 'the names of the quickstart',
    body: { session_token: 'sess_AAAAAAAAAAAAAAAAAAAAAA', events: [{ ...event, payload: { entropy: 0.74, samples: 128 } }] },
    status: 202,
    response: { session_token: 'sess_AAAAAAAAAAAAAAAAAAAAAA', accepted: 1, duplicates: 0 },
  },
  {
    summary: 'a name that is not on the list',
    body: { session_token: null, events: [{ ...event, payload: { typed: 'secret' } }] },
    status: 422,
  },
  { summary: 'no key', headers: { 'x-botect-site-key': '' }, body: { session_token: null, events: [event] }, status: 401 },
]
