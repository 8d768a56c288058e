import { describe, expect, it } from 'vitest'
import { readAudit } from './read-audit.mjs'

const metadata = { vulnerabilities: { total: 0 } }

describe('the report of npm’s audit', () => {
  it('is clean where it names nothing', () => {
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata }))).toEqual({ kind: 'clean' })
  })
  it('names what is vulnerable, whatever its severity', () => {
    const vulnerabilities = { left: { severity: 'low', range: '<1.2.3' }, right: { severity: 'critical', range: '*' } }
    expect(readAudit(JSON.stringify({ vulnerabilities, metadata }))).toEqual({
      kind: 'vulnerable',
      lines: ['left <1.2.3: low', 'right *: critical'],
    })
  })
  it.each([
    [JSON.stringify({ message: 'connect ECONNREFUSED', error: { summary: '', detail: '' } }), 'connect ECONNREFUSED'],
    [JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'getaddrinfo' } }), 'getaddrinfo'],
    [JSON.stringify({ vulnerabilities: {} }), 'npm wrote no report'],
    ['null', 'npm wrote no report'],
    ['', 'npm wrote no report'],
  ])('is never clean where there is none: %s', (text, why) => {
    expect(readAudit(text)).toEqual({ kind: 'unavailable', why })
  })
})
