import type { ObservationId } from '../../../shared/observation.js'
import type { Detection, Sign } from './detection.js'

const of = (observation: ObservationId, from: number, below?: number): Sign => ({
  observation,
  from,
  ...(below !== undefined && { below }),
})

/** 1xx: the shape of requests, and of a visit as a whole. New ones go to the end. */
export const heuristicDetections: readonly Detection[] = [
  {
    id: 101,
    name: 'ua_missing',
    title: 'The request has no user agent.',
    signs: [of('http.user-agent-program', -1, 0), of('http.user-agent-library', -1, 0)],
  },
  {
    id: 102,
    name: 'http_library',
    title: 'The user agent is that of a tool or an HTTP library.',
    signs: [of('http.user-agent-program', 3), of('http.user-agent-library', 2)],
  },
  {
    id: 103,
    name: 'headless_ua',
    title: 'The browser says that it has no window, or is an emulation.',
    signs: [of('http.user-agent-program', 2, 3), of('http.user-agent-library', 1, 2), of('http.hint-brands', 4)],
  },
  {
    id: 104,
    name: 'app_network_layer',
    title: 'The user agent is that of an app’s own calls.',
    signs: [of('http.user-agent-program', 1, 2)],
  },
  {
    id: 105,
    name: 'ua_mismatch',
    title: 'Client Hints or the order of headers belong to another browser than the user agent.',
    signs: [
      of('http.hint-presence', 3),
      of('http.hint-brands', 1, 4),
      of('http.hint-platform', 1),
      of('http.hint-full-version', 1),
      of('http.wire-order', 1, 2),
      of('http.client-hints', 1),
      of('http.header-order', 1, 2),
    ],
  },
  { id: 106, name: 'client_hints_missing', title: 'A Chromium without its Client Hints.', signs: [of('http.hint-presence', 1, 3)] },
  {
    id: 107,
    name: 'version_never_existed',
    title: 'The user agent names a version or system that never was.',
    signs: [of('http.version-existed', 2)],
  },
  {
    id: 108,
    name: 'version_from_future',
    title: 'The user agent names a version that cannot be out yet.',
    signs: [of('http.version-existed', 1, 2)],
  },
  {
    id: 109,
    name: 'language_missing',
    title: 'A browser without Accept-Language.',
    signs: [of('http.language-form', 1, 2), of('http.accept-language', 1, 2)],
  },
  {
    id: 110,
    name: 'language_malformed',
    title: 'Accept-Language is not as a browser writes it.',
    signs: [of('http.language-form', 2), of('http.language-weights', 1), of('http.accept-language', 2)],
  },
  { id: 111, name: 'accept_missing', title: 'A browser without Accept.', signs: [of('http.accept-form', 1, 2)] },
  {
    id: 112,
    name: 'accept_mismatch',
    title: 'Accept is not that of the claimed browser’s visit to a page.',
    signs: [of('http.accept-form', 2)],
  },
  { id: 113, name: 'encoding_mismatch', title: 'Accept-Encoding is not a browser’s.', signs: [of('http.encoding-form', 1)] },
  {
    id: 114,
    name: 'fetch_metadata_missing',
    title: 'Sec-Fetch headers are missing where the claimed browser sends them.',
    signs: [of('http.fetch-combination', 1, 2)],
  },
  {
    id: 115,
    name: 'fetch_metadata_mismatch',
    title: 'Sec-Fetch headers contradict each other or the request.',
    signs: [of('http.fetch-combination', 2), of('http.fetch-metadata', 1)],
  },
  {
    id: 116,
    name: 'header_order',
    title: 'The order of headers is no browser’s.',
    signs: [of('http.wire-order', 2), of('http.header-order', 2)],
  },
  { id: 117, name: 'library_headers', title: 'The headers are the defaults of an HTTP library.', signs: [of('http.library-shape', 1)] },
  {
    id: 118,
    name: 'headers_contradict',
    title: 'Headers contradict the user agent in two or more independent ways.',
    signs: [of('http.contradictions', 2)],
  },
  {
    id: 119,
    name: 'invalid_look_alikes',
    title: 'Requests like this one were reported as invalid.',
    signs: [of('session.look-alikes', 0.25)],
  },
  { id: 120, name: 'work_unpaid', title: 'The proof of work was not done, or only in part.', signs: [of('pow.credit', 0, 0.5)] },
  { id: 121, name: 'work_pace', title: 'The proof of work was done faster than browsers hash.', signs: [of('pow.pace', -1e9)] },
  { id: 122, name: 'evidence_pace', title: 'Evidence came more often than visits do.', signs: [of('session.evidence-pace', 30)] },
  { id: 123, name: 'evidence_silent', title: 'Much of what every visit tells was left out.', signs: [of('session.silence', 0.5)] },
  {
    id: 124,
    name: 'device_unassured',
    title: 'No device key, or one that could not be kept, stands behind the visit.',
    signs: [of('device.assurance', 0)],
  },
  {
    id: 125,
    name: 'device_key_shared',
    title: 'One device key is used by many clients at once.',
    signs: [
      of('device.networks', 12),
      of('device.overlap', 2),
      of('device.agents', 4),
      of('device.pace', 60),
      of('device.sessions', 60),
      of('device.parallel', 60),
    ],
  },
  {
    id: 126,
    name: 'movements_repeated',
    title: 'Three other keys or more moved in nearly the same way before.',
    signs: [of('session.repeats', 3)],
  },
]
