// @ts-check

/**
 * What the server observes by itself, in words.
 * @type {Readonly<Record<string, string>>}
 */
export const factNames = {
  'http.fetch-metadata': 'Fetch metadata missing or wrong',
  'http.user-agent-library': 'User agent of a program',
  'http.user-agent-engine': 'User agent of no engine',
  'http.accept-language': 'Languages missing or contradicting',
  'http.client-hints': 'Client hints missing or contradicting',
  'http.header-order': 'Headers in a foreign order',
  'http.contradictions': 'Contradictions in the headers, together',
  'pow.credit': 'Share of the proof of work done',
  'pow.pace': 'Pace of the proof of work',
  'device.assurance': 'Assurance of the device key',
  'device.age': 'Days since this key was first seen',
  'session.round': 'Rounds of the challenge screen',
  'session.answered': 'Work done for the challenge screen',
  'session.evidence-pace': 'Evidence a minute in this session',
}
