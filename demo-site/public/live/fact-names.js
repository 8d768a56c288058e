// @ts-check

/**
 * What the server observes by itself: name, unit, and words for the numbers that stand for a case.
 * @type {Readonly<Record<string, readonly [name: string, unit: string, words?: Readonly<Record<string, string>>]>>}
 */
export const factNames = {
  'http.fetch-metadata': ['Fetch metadata missing or wrong', '', { 0: 'no', 1: 'yes' }],
  'http.user-agent-library': [
    'User agent of a program',
    '',
    { '-1': 'it says nothing', 0: 'no', 1: 'yes, a browser without a window', 2: 'yes, a library' },
  ],
  'http.user-agent-engine': ['User agent of no engine', '', { 0: 'no', 1: 'yes' }],
  'http.accept-language': ['Languages missing or contradicting', '', { 0: 'no', 1: 'yes, missing', 2: 'yes, any at all' }],
  'http.client-hints': [
    'Client hints missing or contradicting',
    '',
    { 0: 'no', 1: 'yes, of another engine', 2: 'yes, of another version' },
  ],
  'http.header-order': ['Headers in a foreign order', '', { 0: 'no', 1: 'yes, another engine’s', 2: 'yes, no engine’s' }],
  'http.contradictions': ['Contradictions in the headers, together', '', { 0: 'none' }],
  'pow.credit': ['Share of the proof of work done', '%'],
  'pow.pace': ['Pace of the proof of work', 'million hashes/s', { '-1': 'given up at once' }],
  'device.assurance': ['Assurance of the device key', '', { 0: 'signed', 1: 'unsigned: plain http', 2: 'unsigned, without need' }],
  'device.age': ['Age of the device key', 'days', { 0: 'new' }],
  'device.pace': ['Pieces of evidence of this key in this minute', ''],
  'device.sessions': ['Sessions of this key in this minute', ''],
  'device.parallel': ['Challenges of one go that this key redeemed', ''],
  'device.networks': ['Networks of this key in this hour', ''],
  'device.agents': ['Kinds of user agents of this key in this hour', ''],
  'device.overlap': ['People it takes for the input of this key', ''],
  'session.round': ['Rounds of the challenge screen', '', { 0: 'none' }],
  'session.answered': ['Work done for the challenge screen', '× a page load’s', { 0: 'none' }],
  'session.silence': ['Share of what every collector knows that was not said', '%'],
  'session.repeats': ['Others who moved in nearly the same way', '', { 0: 'none' }],
  'session.crowd': ['Other networks with visits closer to this one than people are', '', { 0: 'none' }],
  'session.evidence-pace': ['Pieces of evidence in this minute', ''],
  'session.network-pace': ['Pieces of evidence from this network in this hour', ''],
  'session.system-pace': ['Pieces of evidence from this provider in this hour', ''],
  'net.datacenter': ['Address in a data centre', '', { 0: 'no', 1: 'yes, where people come from, too', 2: 'yes' }],
  'net.anonymiser': ['Address that hides another', '', { 0: 'no', 1: 'yes, a VPN or relay', 2: 'yes, Tor', 3: 'yes, a proxy' }],
  'net.foreign-language': ['Languages foreign to the address', '', { 0: 'no', 1: 'yes' }],
  'net.tls-library': ['TLS of a program', '', { 0: 'no', 1: 'yes' }],
  'net.tls-claim': ['TLS of another browser', '', { 0: 'no', 1: 'yes' }],
}
