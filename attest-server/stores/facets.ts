import type { VerdictFacets, VerdictRecord, VerdictsAsked } from './ports.js'

/** `net.datacenter` and `net.anonymiser` of a verdict in a word. */
function networkOf({ observations }: VerdictRecord): VerdictFacets['network'] {
  const levelOf = (id: string) => observations.find((one) => one.id === id && one.state === 'ok')?.value
  const [anonymiser, datacenter] = [levelOf('net.anonymiser'), levelOf('net.datacenter')]
  if (Number(anonymiser) > 0) return 'anonymiser'
  if (Number(datacenter) > 0) return 'datacenter'
  return datacenter === 0 || anonymiser === 0 ? 'residential' : 'unknown'
}

/** What is counted of a visit, of all that spoke for a bot. */
const MOST_TELLS = 5

/** Heaviest first, as they are recorded. */
const tellsOf = ({ kind, contributions }: VerdictRecord): readonly string[] =>
  kind === undefined
    ? []
    : contributions
        .filter(({ llr }) => llr > 0)
        .slice(0, MOST_TELLS)
        .map(({ id }) => id)

/** What a project's verdicts are told apart by in lists and counts. */
export const facetsOf = (record: VerdictRecord): VerdictFacets => ({
  action: record.action,
  kind: record.kind?.name ?? null,
  origin: record.origin,
  page: record.pageAction,
  network: networkOf(record),
  country: record.country ?? null,
  tells: tellsOf(record),
})

/** Tells as one word of an index, and as it is looked through for one. */
export const wordOf = (tells: readonly string[]): string | null => (tells.length === 0 ? null : ` ${tells.join(' ')} `)

/** Values of a filter in the order of `action`, `kind`, `origin`, `page`, `network`, `country` and tell. */
export const wantedOf = ({ action, kind, origin, page, network, country, tell }: VerdictsAsked): readonly (string | null)[] =>
  [action, kind, origin, page, network, country, tell === undefined ? tell : wordOf([tell])].map((one) => one ?? null)
