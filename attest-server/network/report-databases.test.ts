import { describe, expect, it } from 'vitest'
import type { SourceStatus } from './databases/source.js'
import { createDatabaseReports } from './report-databases.js'

const fresh: SourceStatus = { name: 'city.mmdb', kind: 'Test-City', built: 1_000, age: 200_000, entries: 7, state: 'fresh', fault: null }
const missing: SourceStatus = {
  name: 'tor.txt',
  kind: null,
  built: null,
  age: null,
  entries: null,
  state: 'missing',
  fault: 'no such file',
}

describe('what is said of the databases', () => {
  it('is, without any, that nothing is known, once', () => {
    const reports = createDatabaseReports(() => [])
    expect(reports()).toEqual([{ event: 'network-unknown', isFault: false, fields: { databases: 0 } }])
    expect(reports()).toEqual([])
  })

  it('is what each holds and how old it is, and again when that changes', () => {
    let statuses: readonly SourceStatus[] = [fresh, missing]
    const reports = createDatabaseReports(() => statuses)
    expect(reports().map(({ isFault, fields }) => [isFault, fields])).toEqual([
      [false, { name: 'city.mmdb', state: 'fresh', kind: 'Test-City', entries: 7, ageDays: 2 }],
      [true, { name: 'tor.txt', state: 'missing', fault: 'no such file' }],
    ])
    statuses = [{ ...fresh, age: 300_000 }, missing]
    expect(reports()).toEqual([])
    statuses = [{ ...fresh, state: 'stale', fault: 'broken' }, missing]
    expect(reports()).toMatchObject([{ isFault: true, fields: { name: 'city.mmdb', state: 'stale' } }])
  })
})
