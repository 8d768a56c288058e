import { describe, expect, it } from 'vitest'
import { createFindings } from './findings.js'
import type { FuzzRequest } from './fuzz-request.js'
import type { Answer } from './send.js'

const request = (number: number) =>
  ({
    number,
    described: { operation: { operationId: 'account' } },
    method: 'GET',
    path: '/v1/account',
    query: [],
    headers: [],
    changes: [],
  }) as unknown as FuzzRequest
const answer: Answer = { status: 400, headers: {}, body: '[]' }
const long = `400 is not what is documented: ${'x'.repeat(200)}`

describe('what the fuzz run found', () => {
  it('is grouped by how a problem begins, and told whole', () => {
    const findings = createFindings()
    for (const number of [1, 2, 3, 4]) findings.note(request(number), answer, [`${long} ${number}`])
    expect(findings.all.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(findings.all[0]).toMatchObject({ kind: `account ${long.slice(0, 60)}`, problem: `${long} 1` })
    expect(findings.failed()).toBe(4)
  })

  it('is nothing where nothing is the matter', () => {
    const findings = createFindings()
    findings.note(request(1), answer, [])
    expect([findings.all, findings.failed()]).toEqual([[], 0])
  })
})
