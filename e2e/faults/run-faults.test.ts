import { describe, expect, it } from 'vitest'
import { MissingError } from '../support/machine/tools.js'
import type { Deployment } from './harness/deployment.js'
import type { Fault, Ground } from './harness/fault.js'
import { runFault, unknownNames } from './run-faults.js'

let closed = 0
const deployment: Deployment = {
  ...{ name: 'embedded', dataDir: '', parts: [] },
  at: () => deployment,
  start: () => Promise.reject(new Error('no server here')),
  vouchsafe: () => Promise.reject(new Error('no program here')),
  close: async () => {
    closed++
  },
}

const fault = (run: (ground: Ground) => void | Promise<void>, cost?: number): Fault => ({
  ...{ name: 'one', does: '', clients: '', on: ['embedded'] },
  ...(cost !== undefined && { cost }),
  run: async (ground) => run(ground),
})
const rowOf = (one: Fault, wanted = 8) => runFault(one, async () => deployment, 'embedded', wanted)

describe('a fault', () => {
  it('ends as it should where it ran, and nothing is lost, repeated or wrong', async () => {
    const row = await rowOf(
      fault(({ findings }) => {
        findings.ran()
        findings.recovered(20)
        findings.recovered(10.4)
        findings.recovered(11)
      }),
    )
    expect(row).toMatchObject({ fault: 'one', on: 'embedded', runs: 1, lost: 0, repeated: 0, recoveredMs: 20, medianMs: 11, ok: true })
  })

  it.each(['lost', 'repeated', 'wrong'] as const)('fails where anything is %s', async (what) => {
    const row = await rowOf(
      fault(({ findings }) => {
        findings.ran()
        findings[what]('something')
      }),
    )
    expect(row).toMatchObject({ ok: false, faults: [`${what}: something`] })
  })

  it('fails where it never ran, and where it could not be made', async () => {
    expect(await rowOf(fault(() => undefined))).toMatchObject({ ok: false, runs: 0 })
    const broken = fault(({ findings }) => {
      findings.ran()
      throw new Error('no such disk')
    })
    expect(await rowOf(broken)).toMatchObject({ ok: false, faults: ['could not run: no such disk'] })
  })

  it('is skipped, and says why, where a program is not here', async () => {
    const row = await runFault(
      fault(() => undefined),
      () => Promise.reject(new MissingError('redis-server is not here')),
      'redis',
      8,
    )
    expect(row.skipped).toBe('redis-server is not here')
  })

  it('happens less often the longer it takes, and once at least; what it opened is closed', async () => {
    let wanted: number[] = []
    const note = ({ runs }: Ground) => {
      wanted = [...wanted, runs]
    }
    closed = 0
    for (const cost of [1, 4, 40, undefined]) await rowOf(fault(note, cost), 10)
    expect([wanted, closed]).toEqual([[10, 3, 1, 2], 4])
  })
})

describe('a name that nothing has', () => {
  it('is told, of faults and of deployments', () => {
    expect(unknownNames({ only: ['kill-server', 'kill'], on: ['redis', 'valkey'] })).toEqual(['kill', 'valkey'])
  })
})
