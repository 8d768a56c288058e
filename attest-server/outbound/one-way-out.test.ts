import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const server = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|[\\/])testing[\\/]/.test(name))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(server, name), 'utf8') }))

/** Files whose text matches. */
const filesWith = (pattern: RegExp): string[] => sources.flatMap(({ name, text }) => (pattern.test(text) ? [name] : [])).sort()

describe('requests leave by one file', () => {
  it('which judges no address: whoever calls it has a plan', () => {
    expect(filesWith(/import [^\n]*\brequest\b[^\n]* from 'node:https?'/)).toEqual(['outbound/dial.ts'])
    expect(filesWith(/createDial\(/)).toEqual(['outbound/open-outbound.ts'])
  })
  it('and by no other means of Node: nothing connects, and nothing fetches', () => {
    expect(filesWith(/from '(undici|axios|node-fetch|node:http2|node:dgram)'/)).toEqual([])
    expect(filesWith(/\b(createConnection|net\.connect|tls\.connect|http\.get|https\.get)\(/)).toEqual([])
    // The dashboard's page and that of the batch scorer fetch, in the browser; the other is an example in a docstring.
    expect(filesWith(/(?<![\w.])fetch\(/)).toEqual([
      'core/agents/sign/sign-request.ts',
      'dashboard/page/api.ts',
      'routes/requests/page/script.ts',
    ])
  })
  it('and names are resolved in two places: for requests, and for crawlers, whose names are looked at and not connected to', () => {
    expect(filesWith(/from 'node:dns(\/promises)?'/)).toEqual(['compose/compose-proofs.ts', 'outbound/resolve-host.ts'])
  })
})
