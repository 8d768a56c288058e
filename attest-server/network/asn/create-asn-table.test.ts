import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AsnClass, asnClasses } from './asn-class.js'
import { createAsnTable } from './create-asn-table.js'
import { flagsOfClass } from './flags-of-class.js'

const table = createAsnTable()
const linesOf = (name: AsnClass) => asnClasses[name].trim().split('\n')
const names = Object.keys(asnClasses) as AsnClass[]
const countOf = (name: AsnClass) => [...table.values()].filter((entry) => entry.class === name).length

describe('what is known of networks', () => {
  it.each(names)('stands in lines of one shape, sorted by name, each network once: %s', (name) => {
    const lines = linesOf(name)
    for (const line of lines) expect(line).toMatch(/^\S[^:\n]{0,60}: [1-9]\d{0,9}( [1-9]\d{0,9})*$/)
    const operators = lines.map((line) => line.split(': ')[0]!.toLowerCase())
    expect(operators).toEqual([...operators].sort())
    expect(new Set(operators).size).toBe(operators.length)
    for (const line of lines) {
      const numbers = line.split(': ')[1]!.split(' ').map(Number)
      expect(numbers, line).toEqual([...numbers].sort((a, b) => a - b))
    }
  })

  it('names no network twice, and none that is private, reserved or for documents', () => {
    const all = names.flatMap((name) => linesOf(name).flatMap((line) => line.split(': ')[1]!.split(' ').map(Number)))
    expect(table.size).toBe(all.length)
    // IANA's special-purpose AS numbers: RFC 5398, 6793, 6996, 7300.
    const isOrdinary = (asn: number) => asn > 0 && asn !== 23456 && (asn < 64496 || asn > 131071) && asn < 4_200_000_000
    expect(all.filter((asn) => !isOrdinary(asn))).toEqual([])
  })

  it('holds every class that has a file', () => {
    const files = readdirSync(join(import.meta.dirname, 'classes')).map((file) => file.replace('.ts', ''))
    expect([...names].sort()).toEqual(files.sort())
  })

  it('knows hundreds of hosters, and those that everybody knows', () => {
    expect(countOf('hosting')).toBeGreaterThanOrEqual(300)
    const known = [
      [24940, 'hosting', 'Hetzner'],
      [16276, 'hosting', 'OVH'],
      [16509, 'cloud', 'Amazon Web Services'],
      [13335, 'cdn', 'Cloudflare'],
    ]
    const people = [
      [7922, 'access', 'Comcast'],
      [3320, 'access', 'Deutsche Telekom'],
      [22616, 'gateway', 'Zscaler'],
      [39351, 'vpn', '31173 Services (Mullvad)'],
    ]
    for (const [asn, name, operator] of [...known, ...people]) expect(table.get(Number(asn))).toEqual({ class: name, operator })
  })

  it('says nothing of networks that carry everybody: transit, universities', () => {
    for (const asn of [174, 3356, 6939, 1299, 2914, 680, 786]) expect(table.get(asn), String(asn)).toBeUndefined()
  })

  it('never says that an address is no VPN, no proxy and no Tor exit', () => {
    for (const name of names)
      for (const flag of ['vpn', 'proxy', 'residentialProxy', 'tor'] as const) expect(flagsOfClass(name)[flag]).not.toBe(false)
  })
})
