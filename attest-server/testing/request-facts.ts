import type { EvidenceFacts, HttpFacts, RequestFacts } from '../facts/fact.js'
import { browserHeaders } from './test-server.js'

/** The raw names of Chromium 156's requests, as seen on loopback. */
export const chromiumNames = [
  'Host',
  'Connection',
  'Content-Length',
  'sec-ch-ua-platform',
  'User-Agent',
  'sec-ch-ua',
  'content-type',
  'sec-ch-ua-mobile',
  'Accept',
  'Origin',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Referer',
  'Accept-Encoding',
  'Accept-Language',
]

export const firefoxHeaders: Readonly<Record<string, string>> = {
  host: '127.0.0.1:8787',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  accept: '*/*',
  'accept-language': 'de,en-US;q=0.7,en;q=0.3',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
}

export const firefoxNames = [
  'Host',
  'User-Agent',
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'Referer',
  'content-type',
  'Content-Length',
  'Origin',
  'Connection',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'Priority',
]

export const safariHeaders: Readonly<Record<string, string>> = {
  host: 'attest.example',
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  accept: '*/*',
  'accept-language': 'en-GB,en;q=0.9',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
}

/** Node 20's `fetch`, told to name itself Chrome. */
export const nodeHeaders: Readonly<Record<string, string>> = {
  host: '127.0.0.1:8787',
  'user-agent': browserHeaders['user-agent']!,
  accept: '*/*',
  'accept-language': '*',
  'sec-fetch-mode': 'cors',
  'accept-encoding': 'gzip, deflate',
}

export const nodeNames = [
  'host',
  'connection',
  'user-agent',
  'origin',
  'content-type',
  'accept',
  'accept-language',
  'sec-fetch-mode',
  'accept-encoding',
  'content-length',
]

const evidence: EvidenceFacts = {
  signed: true,
  secureOrigin: true,
  silence: 0,
  effort: 1,
  work: 262_144,
  challengeAge: 1.2,
  round: 0,
  session: { recent: 1, answered: 0 },
  repeats: 0,
  crowd: undefined,
  device: { firstSeen: 1_790_000_000 },
  keyTraffic: { pace: 1, sessions: 1, parallel: 1, networks: 1, agents: 1, overlap: 0 },
  networkTraffic: { prefix: 1, system: undefined },
}

/** A request of Chromium 156, with changes. A header that is undefined is taken away. */
export function requestFacts(
  headers: Readonly<Record<string, string | undefined>> = {},
  http: Partial<HttpFacts> = {},
  changes: Partial<EvidenceFacts> = {},
): RequestFacts {
  return { http: httpOf({ ...browserHeaders, ...headers }, http), evidence: { ...evidence, ...changes } }
}

/** A request with exactly these headers. */
export function rawRequest(headers: Readonly<Record<string, string>>, http: Partial<HttpFacts> = {}): RequestFacts {
  return { http: httpOf(headers, http), evidence }
}

function httpOf(headers: Readonly<Record<string, string | undefined>>, http: Partial<HttpFacts>): HttpFacts {
  const present = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { via: 'fetch', headers: new Map(present), headerNames: undefined, trustworthy: true, address: undefined, ...http }
}

export const factDeps = { now: 1_790_000_000 }
