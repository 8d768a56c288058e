import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** By construction and not by stopwatch: a clock on a busy machine proves nothing, and a comparison that is not there cannot leak. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['attest-server', 'verify', 'shared', 'demo-site'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/')),
)

const SECRET = String.raw`(?:\w+\.)*\w*(?:[sS]ecret|[hH]ash|[dD]igest|[mM]ac|[sS]ignature|[pP]assword|[pP]epper|apiKey)(?:Key)?\b`
const COMPARED = new RegExp(String.raw`${SECRET}(?:\(\w*\))?\)? [!=]==? (?!undefined|null|'|-?\d)|[!=]== ${SECRET}(?![.\w])`)
const linesWith = (pattern: RegExp): string[] =>
  sources.flatMap((path) =>
    readFileSync(`${root}/${path}`, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )

describe('secrets are compared', () => {
  it('in constant time, in one place for keys, one for MACs and two of the demo’s own; private keys by argon2', () => {
    expect(linesWith(/timingSafeEqual\(/).map((line) => line.split(':')[0])).toEqual([
      'attest-server/keys/api-key.ts',
      'attest-server/keys/compact-jws.ts',
      'demo-site/readers.ts',
      'demo-site/tour/may-start.ts',
    ])
    expect(linesWith(/\bfrom '@node-rs\/argon2'/).map((line) => line.split(':')[0])).toEqual([
      'attest-server/keys/secret-keys.ts',
      'attest-server/keys/slow-hash.ts',
    ])
  })
  it('and with no operator, but for digests that whoever asks cannot choose letter by letter', () => {
    expect(linesWith(COMPARED)).toEqual([
      // argon2’s hash as it was read before, beside the hash as it is read now: neither was sent.
      'attest-server/keys/secret-keys.ts: if (remembered.get(digest) === stored.hash) return stored.projectId',
      // A keyed digest of an address; the store of tests only.
      'attest-server/stores/memory/accounts.ts: const byEmailHash = (hash: string) => [...accounts.values()].find(({ emailHash }) => emailHash === hash)',
      // The root that a browser has committed to, and the one that follows from what it shows: both are its own.
      'shared/trace/open-commitment.ts: const isRoot = root.hash.every((byte, i) => byte === hash[i]) && root.sums.every((sum, i) => sum === sums[i])',
    ])
  })
  it('is what this looks for', () => {
    for (const line of ['if (secret === given)', 'given !== stored.hash', 'hash(text) === known', 'mac == other', 'a.apiKey === b'])
      expect([line, COMPARED.test(line)]).toEqual([line, true])
    for (const line of ['secret === undefined', "kind === 'secret'", 'signature.length === 64'])
      expect([line, COMPARED.test(line)]).toEqual([line, false])
  })
})
