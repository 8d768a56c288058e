import type { VerdictFacets, VerdictRecord } from './ports.js'

/** `net.datacenter` and `net.anonymiser` of a verdict in a word. */
function networkOf({ observations }: VerdictRecord): VerdictFacets['network'] {
  const levelOf = (id: string) => observations.find((one) => one.id === id && one.state === 'ok')?.value
  const [anonymiser, datacenter] = [levelOf('net.anonymiser'), levelOf('net.datacenter')]
  if (Number(anonymiser) > 0) return 'anonymiser'
  if (Number(datacenter) > 0) return 'datacenter'
  return datacenter === 0 || anonymiser === 0 ? 'residential' : 'unknown'
}

/** What a project's verdicts are told apart by in lists and counts. */
export const facetsOf = (record: VerdictRecord): VerdictFacets => ({
  action: record.action,
  kind: record.kind?.name ?? null,
  origin: record.origin,
  page: record.pageAction,
  network: networkOf(record),
})
